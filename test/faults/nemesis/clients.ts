// The people at the machines: each writes and reads without pause, one thing after the other, and notes what it was told.
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Entry, Outcome } from './history.ts'
import type { Machines } from './machines.ts'

export interface Desk {
  readonly machines: Machines
  readonly random: () => number
  readonly note: (entry: Entry) => void
  readonly isOver: () => boolean
  /** Companies whose city everybody writes, by name; they and the order are there before the clients come. */
  readonly registers: readonly { readonly id: string; readonly name: string }[]
  readonly orderId: string
}

const PAUSE_MS = 40
const LISTED = 50

/** At one machine, until all is over. */
export const work = async (desk: Desk, machine: number): Promise<void> => {
  const { machines, random, note, isOver, registers, orderId } = desk
  let count = 0
  const fresh = (): string => `${Math.floor(random() * 0xffffff).toString(16)}-${machine}-${(count += 1)}`

  const ask = async <Shape extends z.ZodType>(
    path: string,
    input: unknown,
    shape: Shape,
  ): Promise<{ outcome: Outcome; data: z.output<Shape> | null }> => {
    const reply = await machines.ask(machine, path, input)
    if (reply === null) return { outcome: 'unknown', data: null }
    return reply.ok ? { outcome: 'done', data: shape.parse(reply.data) } : { outcome: 'refused', data: null }
  }
  const add = async (): Promise<void> => {
    const name = fresh()
    const { outcome, data } = await ask('companies.create', { name }, z.object({ id: z.string() }))
    note({ kind: 'add', machine, outcome, name, id: data?.id ?? null })
  }
  const write = async (): Promise<void> => {
    const register = registers[Math.floor(random() * registers.length)]
    if (!register) return
    const { data } = await ask('companies.get', { id: register.id }, z.object({ city: z.string().nullable() }))
    if (!data) return
    const value = fresh()
    const { outcome } = await ask('companies.update', { id: register.id, city: value }, z.unknown())
    note({ kind: 'write', machine, outcome, register: register.name, value, saw: data.city })
  }
  const addLine = async (): Promise<void> => {
    const [name, amount] = [fresh(), Math.floor(random() * 1000)]
    const { outcome } = await ask(
      'orderLines.add',
      { orderId, name, quantityMilli: 1000, unitPriceE4: amount * 10_000 },
      z.unknown(),
    )
    note({ kind: 'line', machine, outcome, name, amount })
  }
  const openTicket = async (): Promise<void> => {
    const newest = { sort: 'createdAt', direction: 'desc', after: null, limit: LISTED }
    const { data } = await ask('companies.list', newest, z.array(z.object({ id: z.string() })))
    const company = data?.[Math.floor(random() * data.length)]
    if (!company) return
    const subject = fresh()
    const { outcome, data: made } = await ask(
      'tickets.create',
      { subject, companyId: company.id },
      z.object({ number: z.string() }),
    )
    note({ kind: 'ticket', machine, outcome, subject, number: made?.number ?? null })
  }
  const read = async (): Promise<void> => {
    const input = { queue: 'all', sort: 'createdAt', direction: 'desc', after: null, limit: LISTED }
    const { data } = await ask('tickets.list', input, z.array(z.object({ subject: z.string(), company: z.unknown() })))
    if (!data) return
    const orphans = data.filter(({ company }) => company === null).map(({ subject }) => subject)
    note({ kind: 'read', machine, tickets: data.length, orphans })
  }

  const acts = [add, write, write, addLine, openTicket, read]
  while (!isOver()) {
    if (machines.isUp(machine)) await acts[Math.floor(random() * acts.length)]?.()
    await sleep(PAUSE_MS * (0.5 + random()))
  }
}
