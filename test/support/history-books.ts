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
  /** The operation that added a line was taken back by another one. */
  readonly takenBack: (lineId: string, undo: string | null) => void
  /** What is nowhere any more was not done. */
  readonly lose: (isHeld: HoldsOperation) => void
  /** For when everybody has met. Throws an AssertionError. */
  readonly check: (all: readonly Machine[]) => void
}

/** Whether somebody has an operation. */
export type HoldsOperation = (operation: string) => boolean

interface Line {
  readonly id: string
  readonly amountE4: number
  readonly operation: string | null
}
interface Given {
  readonly id: string
  readonly number: string
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
  let lines: Line[] = []
  let gone: { readonly lineId: string; readonly operation: string | null }[] = []
  let numbers: Given[] = []
  let made = 0

  const add = ({ writer }: Machine, amountE4: number): void => {
    const id = `${prefix}-l${(made += 1)}`
    const { operation } = writer.write({ actor, procedure: 'line' }, (tx) => {
      const amount = { quantityMilli: 1000, unitPriceE4: amountE4, discountBp: 0 }
      tx.insert('orderLines', { id, orderId, lineNo: made, ...amount })
    })
    lines.push({ id, amountE4, operation })
  }

  const remove = ({ writer, prepare }: Machine, which: number): void => {
    const line = lines[which % Math.max(lines.length, 1)]
    if (!line || !prepare<[string], { id: string }>('SELECT id FROM orderLines WHERE id = ?').get(line.id)) return
    const { operation } = writer.write({ actor, procedure: 'remove' }, (tx) => tx.archive('orderLines', line.id))
    gone.push({ lineId: line.id, operation })
  }

  const number = ({ writer }: Machine, table: 'tickets' | 'orders'): void => {
    const id = `${prefix}-n${(made += 1)}`
    const { value, operation } = writer.write({ actor, procedure: 'number' }, (tx) => {
      const next = tx.nextNumber(table === 'tickets' ? 'T' : 'O')
      if (table === 'tickets') tx.insert('tickets', { ...ticket, id, number: next })
      else tx.insert('orders', { ...order, id, number: next })
      return next
    })
    assert.ok(!given.has(value), `${value} was given twice`)
    given.add(value)
    numbers.push({ id, number: value, operation })
  }

  return {
    perform: (here, one) => {
      if (one.kind === 'line') add(here, one.amountE4)
      else if (one.kind === 'remove') remove(here, one.which)
      else number(here, one.table)
    },
    takenBack: (lineId, operation) => void gone.push({ lineId, operation }),
    lose: (isHeld) => {
      const stays = ({ operation }: { readonly operation: string | null }): boolean => operation !== null && isHeld(operation)
      for (const one of numbers) if (!stays(one)) given.delete(one.number)
      lines = lines.filter(stays)
      gone = gone.filter(stays)
      numbers = numbers.filter(stays)
    },
    check: (all) => {
      const removed = new Set(gone.map(({ lineId }) => lineId))
      const stand = lines.filter(({ id }) => !removed.has(id))
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
        assert.equal(
          listed(numbered.map((one) => [one.id, one.number])),
          listed(numbers.map((one) => [one.id, one.number])),
          'numbers',
        )
      }
    },
  }
}
