// Texts that have to be shorter.

/** The beginning of a text, at most `most` UTF-16 units. A character of two units stays whole or goes. */
export const cutText = (text: string, most: number): string => {
  const cut = text.slice(0, most)
  return cut.length < text.length && /[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut
}
