// Files that count in thousands or millions say so in the heading.

/** The unit that a heading like `金额(万元)` or `Revenue (in millions)` names. */
export const unitInHeading = (heading: string): 1 | 1000 | 10000 | 1_000_000 => {
  const text = heading.normalize('NFKC').toLowerCase()
  if (/百万|million|\bmn\b|\bmio\b/u.test(text)) return 1_000_000
  if (/万/u.test(text)) return 10_000
  return /千元|thousand|[€$£¥]\s?k\b|\(k\)/u.test(text) ? 1000 : 1
}
