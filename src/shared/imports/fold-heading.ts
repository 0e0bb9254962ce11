// When two headings are the same.

/** A heading without case, width, spaces, signs and what stands in brackets: `Close_Date`, `close date` and `closeDate` are one. */
export const foldHeading = (heading: string): string => {
  const text = heading.normalize('NFKC').replace(/[([【].*?[)\]】]/gu, '')
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
