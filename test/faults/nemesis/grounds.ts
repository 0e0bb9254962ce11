// Where the five machines stand: each in a network namespace of its own, on a switch whose cables can be pulled; or all on loopback, apart by
// switching the network off.
import { freePort } from '../../support/free-port.ts'
import { createLab } from '../../support/namespaces.ts'

export interface Ground {
  readonly name: string
  /** What stands before the program of a machine. */
  readonly prefixOf: (machine: number) => readonly string[]
  /** Where its engine listens, as JSON; `-`: wherever it likes, and announces itself. */
  readonly placeOf: (machine: number) => string
  /** What others type to reach it, where it has not chosen its own port. */
  readonly addressOf: (machine: number) => string
  /** Those that stand together still reach each other. Null: the network has to be switched off instead. */
  readonly part: ((away: ReadonlySet<number>) => void) | null
  readonly remove: () => void
}

const OFFICE = 'office'
const ELSEWHERE = 'elsewhere'

export const namespaces = (machines: number): Ground => {
  const lab = createLab()
  const nameOf = (machine: number): string => `pc${machine}`
  for (const name of [OFFICE, ELSEWHERE]) lab.addSwitch(name)
  for (let machine = 0; machine < machines; machine++) {
    lab.addMachine(nameOf(machine))
    lab.plug(nameOf(machine), OFFICE, { addresses: [`10.77.0.${machine + 1}/24`] })
  }
  return {
    name: 'network namespaces',
    prefixOf: (machine) => lab.wordsFor(nameOf(machine)),
    placeOf: () => '-',
    addressOf: (machine) => `10.77.0.${machine + 1}`,
    part: (away) => {
      for (let machine = 0; machine < machines; machine++) lab.replug(nameOf(machine), away.has(machine) ? ELSEWHERE : OFFICE)
    },
    remove: () => lab.remove(),
  }
}

export const loopback = async (machines: number): Promise<Ground> => {
  const ports: number[] = []
  for (let machine = 0; machine < machines; machine++) ports.push(await freePort())
  return {
    name: 'loopback',
    prefixOf: () => [],
    placeOf: (machine) => JSON.stringify({ host: '127.0.0.1', port: ports[machine] ?? 0, isSilent: true }),
    addressOf: (machine) => `127.0.0.1:${ports[machine] ?? 0}`,
    part: null,
    remove: () => undefined,
  }
}
