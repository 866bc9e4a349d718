/** The look of a line of text. */
export interface TextStyle {
  size: number;
  weight: number;
  /** Where its beginning is, or its middle. */
  anchor: 'start' | 'middle';
  /** In shares of the size. */
  spacing?: number;
}

/** A text as a path from its baseline. */
export type OutlineText = (text: string, look: TextStyle) => string;
