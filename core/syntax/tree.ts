export interface Tree {
  readonly text: string;
}
