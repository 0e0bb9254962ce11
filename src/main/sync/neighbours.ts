// Whom a machine talks to in an office of many: not to everybody, or each change would reach it from everybody. All machines stand in a ring by the
// names of their keys; each wants the nearest that are there, on both sides and a third of the way round, and what one hears it passes on.

/** In an office of so many others everyone talks to everyone. */
export const MOST_LINKS = 6

/** One list for each link that is wanted: the machines that would do, the best first. */
export const linkWishes = (self: string, others: readonly string[]): readonly (readonly string[])[] => {
  if (others.length <= MOST_LINKS) return others.map((other) => [other])
  const ring = [...others, self].toSorted()
  const own = ring.indexOf(self)
  const third = Math.round(ring.length / 3)
  const from = (start: number, step: 1 | -1): string[] =>
    ring.flatMap((_, index) => {
      const at = ring[(own + start + step * index + 2 * ring.length) % ring.length]
      return at === undefined || at === self ? [] : [at]
    })
  return [from(1, 1), from(-1, -1), from(2, 1), from(-2, -1), from(third, 1), from(-third, -1)]
}

/** For each wish the first machine that is there and serves no other wish. */
export const neighboursOf = (
  wishes: readonly (readonly string[])[],
  isThere: (deviceId: string) => boolean,
): ReadonlySet<string> => {
  const chosen = new Set<string>()
  for (const wish of wishes) {
    const first = wish.find((deviceId) => !chosen.has(deviceId) && isThere(deviceId))
    if (first !== undefined) chosen.add(first)
  }
  return chosen
}
