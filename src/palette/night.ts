/** How the night side of the earth is painted, on a page and in a picture. */
export const NIGHT = {
  /** One colour for both themes: it darkens light land, and lightens dark land. */
  fill: '#5b7cff',
  /** Of one shade; each lies on those around it. */
  opacity: 0.03,
  /** Of the land beneath, so that marks keep their contrast on the darkest shade. */
  landOpacity: 0.6,
} as const;
