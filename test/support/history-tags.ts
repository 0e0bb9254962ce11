// Which tags stand on which records, reckoned from what was done and from who had heard of what: a tag that somebody put on is on as long as nobody
// who knew of that took it off.
import assert from 'node:assert/strict'
import { naturalIdOf } from '#main/db/write/ids.ts'
import { putTagOn, takeTagOff } from '#main/features/tags/tags.repository.ts'
import type { Command } from './history-commands.ts'
import { actor } from './history-world.ts'
import type { HoldsOperation } from './history-books.ts'
import { holdsOf, type Machine } from './replicas.ts'
import { testBirth } from './test-database.ts'

type TagCommand = Extract<Command, { kind: 'tag' }>

export interface TagBook {
  readonly perform: (here: Machine, one: TagCommand) => void
  /** Whether a row says that a record of this history has a tag. */
  readonly has: (rowId: string) => boolean
  /** `undo` took `operation` back: what had put a tag on took it off by that, and the other way round. */
  readonly takenBack: (here: Machine, operation: string, undo: string | null) => void
  /** What is nowhere any more was not done. */
  readonly lose: (isHeld: HoldsOperation) => void
  /** For when everybody has met. Throws an AssertionError. */
  readonly check: (all: readonly Machine[]) => void
}

interface Deed {
  readonly place: string
  readonly operation: string
  readonly isOn: boolean
  /** Whether its writer had another one, or it is the same. */
  readonly saw: HoldsOperation
}

interface Place {
  readonly tagId: string
  readonly recordId: string
}

const SHOWN = 'SELECT count(*) AS n FROM recordTags WHERE tagId = ? AND recordId = ? AND archivedAt IS NULL'

export const createTagBook = (prefix: string): TagBook => {
  let deeds: Deed[] = []
  /** By the row of the two. */
  const places = new Map<string, Place>()

  const note = (here: Machine, deed: Pick<Deed, 'place' | 'isOn'>, operation: string | null): void => {
    if (operation !== null) deeds.push({ ...deed, operation, saw: holdsOf([here.writer.outgoing.vector()]) })
  }

  return {
    perform: (here, { row, which, does }) => {
      const [tagId, recordId] = [naturalIdOf(testBirth.workspaceId, 'tags', [prefix, String(which)]), `${prefix}-${row}`]
      const place = naturalIdOf(testBirth.workspaceId, 'recordTags', [tagId, recordId])
      const isHere = (table: string, id: string): boolean =>
        here.prepare<[string], unknown>(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined
      if (does === 'drop' ? !isHere('tags', tagId) : does === 'off' && !isHere('recordTags', place)) return
      const { operation } = here.writer.write({ actor, procedure: 'tag' }, (tx) => {
        if (does === 'drop') tx.archive('tags', tagId)
        else if (does === 'on') putTagOn(tx, tagId, 'company', recordId)
        else takeTagOff(tx, tagId, recordId)
      })
      if (does === 'drop') return
      places.set(place, { tagId, recordId })
      note(here, { place, isOn: does === 'on' }, operation)
    },
    has: (rowId) => places.has(rowId),
    takenBack: (here, operation, undo) => {
      const deed = deeds.find((one) => one.operation === operation)
      if (deed) note(here, { place: deed.place, isOn: !deed.isOn }, undo)
    },
    lose: (isHeld) => (deeds = deeds.filter(({ operation }) => isHeld(operation))),
    check: (all) => {
      for (const [place, { tagId, recordId }] of places) {
        const own = deeds.filter((deed) => deed.place === place)
        const takings = own.filter(({ isOn }) => !isOn)
        const puts = own.filter(({ isOn }) => isOn)
        const isOn = puts.some(({ operation }) => !takings.some(({ saw }) => saw(operation)))
        // Of what one took off without knowing all that another one did, the change sets tell.
        const isOff = puts.every(({ operation }) => takings.length > 0 && takings.every(({ saw }) => saw(operation)))
        if (!isOn && !isOff) continue
        for (const { prepare } of all)
          assert.equal(prepare<[string, string], { n: number }>(SHOWN).get(tagId, recordId)?.n, isOn ? 1 : 0, `tag ${place}`)
      }
    },
  }
}
