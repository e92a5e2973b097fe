/** The version of this product; a test compares it with the manifest. The rules that judge a publication carry the same number. */
export const productVersion = "0.1.0";
