// What a history adds up and numbers, reckoned from its commands alone: every machine must show these lines and these numbers. Nothing that a
// machine shows or logs goes into the reckoning but which operation an undo took back.
import assert from 'node:assert/strict'
import { sumLines } from '#main/features/orders/order-lines.repository.ts'
import type { Command } from './history-commands.ts'
import { actor, order, orderOf, ticket } from './history-world.ts'
import type { Machine } from './replicas.ts'

type BookCommand = Extract<Command, { kind: 'line' | 'remove' | 'number' }>

export interface Books {
  readonly perform: (here: Machine, one: BookCommand) => void
  /** An operation was taken back, and with it the line that it added. */
  readonly takenBack: (operation: string) => void
  /** For when everybody has met. Throws an AssertionError. */
  readonly check: (all: readonly Machine[]) => void
}

interface Line {
  readonly id: string
  readonly amountE4: number
  readonly operation: string | null
}

const LINES = 'SELECT id, netE4 FROM orderLines WHERE orderId = ? AND archivedAt IS NULL'
const NUMBERED = "id >= ? || '-n' AND id < ? || '-o'"
const NUMBERS = `SELECT id, number FROM tickets WHERE ${NUMBERED} UNION ALL SELECT id, number FROM orders WHERE ${NUMBERED}`

/** In an order of their own, so that they can be compared as they are. */
const listed = (entries: readonly (readonly [id: string, value: string | number])[]): string =>
  entries
    .map(([id, value]) => `${id}: ${value}`)
    .sort()
    .join('\n')

/** `given`: every number that these machines gave, in earlier histories, too. It grows. */
export const createBooks = (prefix: string, given: Set<string>): Books => {
  const orderId = orderOf(prefix)
  const lines: Line[] = []
  const gone = new Set<Line>()
  const numbers = new Map<string, string>()

  const add = ({ writer }: Machine, amountE4: number): void => {
    const id = `${prefix}-l${lines.length}`
    const { operation } = writer.write({ actor, procedure: 'line' }, (tx) => {
      const amount = { quantityMilli: 1000, unitPriceE4: amountE4, discountBp: 0 }
      tx.insert('orderLines', { id, orderId, lineNo: lines.length + 1, ...amount })
    })
    lines.push({ id, amountE4, operation })
  }

  const remove = ({ writer, prepare }: Machine, which: number): void => {
    const line = lines[which % Math.max(lines.length, 1)]
    if (!line || !prepare<[string], { id: string }>('SELECT id FROM orderLines WHERE id = ?').get(line.id)) return
    writer.write({ actor, procedure: 'remove' }, (tx) => tx.archive('orderLines', line.id))
    gone.add(line)
  }

  const number = ({ writer }: Machine, table: 'tickets' | 'orders'): void => {
    const id = `${prefix}-n${numbers.size}`
    const { value } = writer.write({ actor, procedure: 'number' }, (tx) => {
      const next = tx.nextNumber(table === 'tickets' ? 'T' : 'O')
      if (table === 'tickets') tx.insert('tickets', { ...ticket, id, number: next })
      else tx.insert('orders', { ...order, id, number: next })
      return next
    })
    assert.ok(!given.has(value), `${value} was given twice`)
    given.add(value)
    numbers.set(id, value)
  }

  return {
    perform: (here, one) => {
      if (one.kind === 'line') add(here, one.amountE4)
      else if (one.kind === 'remove') remove(here, one.which)
      else number(here, one.table)
    },
    takenBack: (operation) => {
      for (const line of lines) if (line.operation === operation) gone.add(line)
    },
    check: (all) => {
      const stand = lines.filter((line) => !gone.has(line))
      const sum = stand.reduce((total, { amountE4 }) => total + amountE4, 0)
      for (const { writer, prepare } of all) {
        const shown = prepare<[string], { id: string; netE4: number }>(LINES).all(orderId)
        assert.equal(
          listed(shown.map(({ id, netE4 }) => [id, netE4])),
          listed(stand.map(({ id, amountE4 }) => [id, amountE4])),
          'lines',
        )
        assert.equal(writer.read((db) => sumLines(db, orderId)).value.netE4, sum, 'sum of the lines')
        const numbered = prepare<string[], { id: string; number: string }>(NUMBERS).all(prefix, prefix, prefix, prefix)
        assert.equal(listed(numbered.map((one) => [one.id, one.number])), listed([...numbers]), 'numbers')
      }
    },
  }
}
