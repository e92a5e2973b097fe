/**
 * Words by which sentences of the official validators and of the certification's bot are recognised, with the rules that find
 * the same. Of several rules the one is meant that finds something at the place.
 */
export const words: readonly (readonly [RegExp, readonly string[]])[] = [
  [/'x-ms-summary' property is required/i, ["param-summary-required", "body-prop-summary"]],
  [/'summary' property is required/i, ["op-summary-required"]],
  [
    /'description' property is required/i,
    ["op-desc-required", "param-desc-required", "desc-required", "response-desc"],
  ],
  [/'contact' property is required/i, ["contact-required"]],
  [/x-ms-connector-metadata' (?:property )?is (?:required|missing)/i, ["metadata-required"]],
  [/metadata property 'Categories'/i, ["metadata-categories-required"]],
  [/metadata property 'Website'/i, ["metadata-website"]],
  [/metadata property 'Privacy/i, ["metadata-privacy"]],
  [/not a valid category/i, ["metadata-categories-valid"]],
  [/'default' response should not have/i, ["response-default-no-schema"]],
  [/name must begin with "?x-/i, ["no-unknown-properties"]],
  [/type of the property is incorrect/i, ["json-value-type"]],
  [/restricted characters/i, ["op-summary-restricted-chars"]],
  [/'title' value goes over|30 characters allowed in the connector title/i, ["title-max-30"]],
  [/between '?30'? and '?500'?/i, ["desc-length-30-500"]],
  [/'title' contains.*restricted words|title cannot contain the reserved words/i, ["title-restricted-words"]],
  [/'description' contains.*restricted words/i, ["desc-restricted-words"]],
  [/title cannot end/i, ["title-ends-alphanumeric"]],
  [/'operationId' could not be found/i, ["dynamic-operation-exists", "opid-required"]],
  [/parameter could not be found in operation/i, ["dynamic-param-refs"]],
  [/'default' value is of type/i, ["default-type"]],
  [/UI Definition object/i, ["ap-cp-ui", "ap-structure"]],
  [
    /invalid package structure|deserialize the package/i,
    ["package-outer-zip", "package-inner-zip", "package-pkgassets"],
  ],
  [/contain a flow package/i, ["package-solution-kinds"]],
  [/contain an icon/i, ["icon-certified-required"]],
  [/icon background colou?r is invalid/i, ["icon-background", "ap-iconbrandcolor-forbidden"]],
  [/publisher mismatch/i, ["ap-publisher-required"]],
  [/'openapidefinition'.*exceed/i, ["size-max-1mb"]],
];

/** What a sentence asks for that no file can show. */
export const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/client id and secret/i, "Certification needs them on its own page of the submission; they never stand in a file."],
  [/is not unique/i, "Another connector has the title. Choose another one; a registry tells while publishing."],
  [
    /changes must be made in the/i,
    "The pull request changes files outside of the folder of its connector. Move them there.",
  ],
  [
    /5000\.2\.6\.2/,
    "This policy asks for a document that is in order: mend the errors that Patchbay finds in the definition.",
  ],
];
