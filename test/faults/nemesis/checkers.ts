// What must hold after any history. Each checker answers complaints; none: it holds.
import type { Entry, History, Holding, Outcome } from './history.ts'

export type Checker = (history: History, holdings: readonly Holding[]) => string[]

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>
const of = <Kind extends Entry['kind']>(history: History, kind: Kind): Of<Kind>[] =>
  // `filter` narrows no generic: the kind was just compared.
  history.filter((entry) => entry.kind === kind) as Of<Kind>[]

const listed = <Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> => {
  const found = new Map<string, Item[]>()
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item])
  return found
}

/** All that was acknowledged is there once; nothing is there that was refused or never asked for. */
const present = (
  what: string,
  asked: readonly { readonly name: string; readonly outcome: Outcome }[],
  there: readonly string[],
): string[] => {
  const counts = new Map<string, number>()
  for (const name of there) counts.set(name, (counts.get(name) ?? 0) + 1)
  const known = new Map(asked.map(({ name, outcome }) => [name, outcome]))
  return [
    ...asked.filter(({ name, outcome }) => outcome === 'done' && !counts.has(name)).map(({ name }) => `${what} ${name} is lost`),
    ...[...counts].flatMap(([name, count]) => {
      const outcome = known.get(name)
      if (outcome === undefined) return [`${what} ${name} was never asked for`]
      if (outcome === 'refused') return [`${what} ${name} was refused and is there`]
      return count > 1 ? [`${what} ${name} is there ${count} times`] : []
    }),
  ]
}

const everywhere = (holdings: readonly Holding[], check: (holding: Holding) => string[]): string[] =>
  holdings.flatMap((holding) => check(holding).map((complaint) => `machine ${holding.machine}: ${complaint}`))

/** Every acknowledged insert is on every machine. */
export const checkSet: Checker = (history, holdings) => {
  const adds = of(history, 'add')
  const names = new Map(adds.map(({ id, name }) => [id, name]))
  return everywhere(holdings, ({ companies }) => [
    ...present(
      'company',
      adds,
      companies.map(({ name }) => name),
    ),
    ...companies
      .filter(({ id, name }) => names.has(id) && names.get(id) !== name)
      .map(({ id }) => `company ${id} has another name`),
  ])
}

/**
 * A field ends with a value that somebody wrote and that nobody is known to have written over: neither the same machine later, nor anybody who
 * had seen it.
 */
export const checkRegisters: Checker = (history, holdings) => {
  const complaints: string[] = []
  for (const [register, writes] of listed(of(history, 'write'), (write) => write.register)) {
    const overwritten = new Map<string, string>()
    const before = new Map<number, string[]>()
    for (const { machine, value, saw, outcome } of writes) {
      const own = before.get(machine) ?? []
      if (outcome === 'done') {
        if (saw !== null) overwritten.set(saw, value)
        for (const old of own) overwritten.set(old, value)
      }
      if (outcome !== 'refused') before.set(machine, [...own, value])
    }
    const written = new Map(writes.map((write) => [write.value, write.outcome]))
    const isSettled = writes.some(({ outcome }) => outcome === 'done')
    complaints.push(
      ...everywhere(holdings, ({ companies }) => {
        const value = companies.find(({ name }) => name === register)?.city ?? null
        if (value === null) return isSettled ? [`${register} lost all that was written`] : []
        const outcome = written.get(value)
        if (outcome === undefined || outcome === 'refused') return [`${register} holds ${value}, which nobody wrote`]
        const by = overwritten.get(value)
        return by === undefined ? [] : [`${register} holds ${value}, over which ${by} was written`]
      }),
    )
  }
  return complaints
}

/** The sum is that of all acknowledged lines, and of those whose fate is unknown as far as they are there. */
export const checkLedger: Checker = (history, holdings) => {
  const lines = of(history, 'line')
  const amounts = new Map(lines.map(({ name, amount }) => [name, amount]))
  return everywhere(holdings, (holding) => {
    const there = holding.lines.map(({ name }) => name ?? '')
    const sum = holding.lines.reduce((total, { amount }) => total + amount, 0)
    const expected = [...new Set(there)].reduce((total, name) => total + (amounts.get(name) ?? 0), 0)
    return [
      ...present('line', lines, there),
      ...(sum === expected ? [] : [`the lines come to ${sum}, and should to ${expected}`]),
    ]
  })
}

/** No number is given twice, and nobody's number changes. */
export const checkNumbers: Checker = (history, holdings) => {
  const tickets = of(history, 'ticket')
  const given = listed(
    tickets.filter(({ number }) => number !== null),
    ({ number }) => number ?? '',
  )
  const told = new Map(tickets.map(({ subject, number }) => [subject, number]))
  return [
    ...[...given].filter(([, same]) => same.length > 1).map(([number, same]) => `${number} was given ${same.length} times`),
    ...everywhere(holdings, (holding) => [
      ...present(
        'ticket',
        tickets.map(({ subject, outcome }) => ({ name: subject, outcome })),
        holding.tickets.map(({ subject }) => subject),
      ),
      ...[...listed(holding.tickets, ({ number }) => number)]
        .filter(([, same]) => same.length > 1)
        .map(([number]) => `${number} stands on two tickets`),
      ...holding.tickets.flatMap(({ subject, number }) => {
        const was = told.get(subject)
        return was && was !== number ? [`${subject} was told to be ${was} and is ${number}`] : []
      }),
    ]),
  ]
}

/** Nobody ever sees a ticket before the company that its writer had seen. */
export const checkCausality: Checker = (history, holdings) => [
  ...of(history, 'read').flatMap(({ machine, orphans }) =>
    orphans.map((ticket) => `machine ${machine} saw ${ticket} without its company`),
  ),
  ...everywhere(holdings, ({ companies, tickets }) => {
    const known = new Set(companies.map(({ id }) => id))
    return tickets
      .filter(({ companyId }) => companyId === null || !known.has(companyId))
      .map(({ subject }) => `${subject} has no company`)
  }),
]

/** The same log, the same rows, sound files. */
export const checkConvergence: Checker = (_history, holdings) => {
  const [first] = holdings
  if (!first) return ['no file is left']
  const logOf = ({ log }: Holding): string => JSON.stringify(log)
  return everywhere(holdings, (holding) => [
    ...(holding.integrity === 'ok' ? [] : [`integrity_check: ${holding.integrity}`]),
    ...holding.gaps.map((gap) => `the log lacks ${gap}`),
    ...(logOf(holding) === logOf(first) ? [] : ['its log is not that of the first machine']),
    ...(holding.digest === first.digest ? [] : ['its rows are not those of the first machine']),
  ])
}

export const checkers: Readonly<Record<string, Checker>> = {
  set: checkSet,
  register: checkRegisters,
  ledger: checkLedger,
  'unique numbers': checkNumbers,
  causality: checkCausality,
  convergence: checkConvergence,
}
