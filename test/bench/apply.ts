// What came from other machines, applied beside the plain updates of the same rows; and fifty machines that meet.
import { randomFillSync } from 'node:crypto'
import { join } from 'node:path'
import { createDatabase, openWriter, type Writer } from '#main/db/open-workspace.ts'
import { openConnection, WRITER_CACHE_MB } from '#main/db/raw-connection.ts'
import { decodeSets, encodeSets, type WireSet } from '#main/db/replicate/wire.ts'
import { cutOff } from '../support/replicas.ts'
import { boundRow, type Row } from './measure.ts'
import { personMaker, seeded } from './people.ts'

const RECORDS = 20_000
const CHANGES = 100_000
const BATCH = 1000
const BIRTH = { workspaceId: '01900000-0000-7000-8000-0000000000be', seriesLetter: 'A' }

const random = (bytes: Uint8Array): void => void randomFillSync(bytes)

const machine = async (name: string, at: { file: string; key: Uint8Array | null }): Promise<Writer> => {
  const origin = new Uint8Array(16)
  random(origin)
  return openWriter(await createDatabase(at, { ...BIRTH, origin, deviceName: name }), { nowMs: () => Date.now(), random })
}

/** Everything that one has and the other lacks, so many change sets at a time. */
const missing = function* (from: Writer, to: Writer, atOnce: number): Generator<readonly WireSet[]> {
  const have = to.outgoing.vector()
  let after = 0
  let waiting: WireSet[] = []
  for (;;) {
    const { sets, upTo } = from.outgoing.missing(have, after, 256 * 1024)
    waiting.push(...sets)
    after = upTo
    while (waiting.length >= atOnce || (sets.length === 0 && waiting.length > 0)) {
      yield cutOff(waiting.slice(0, atOnce), from.outgoing)
      waiting = waiting.slice(atOnce)
    }
    if (sets.length === 0) return
  }
}

const give = (from: Writer, to: Writer, atOnce = BATCH): number => {
  let count = 0
  for (const sets of missing(from, to, atOnce)) {
    count += sets.length
    to.receive(decodeSets(encodeSets(sets)), from.outgoing.origins())
  }
  return count
}

/** 100,000 edits of one field each, one change set each, as people make them; a thousand to a transaction on both sides, by turns. */
export const benchApply = async (base: string): Promise<Row[]> => {
  const key = new Uint8Array(32).fill(3)
  const writing = await machine('writing', { file: ':memory:', key: null })
  const taking = await machine('taking', { file: join(base, 'taking.db'), key })
  const plain = await machine('plain', { file: join(base, 'plain.db'), key })
  const { company } = personMaker(seeded(4))
  const ids: string[] = []
  for (let start = 0; start < RECORDS; start += BATCH)
    writing.write({ actor: null, procedure: 'bench.fill' }, (tx) => {
      for (let index = start; index < start + BATCH; index++) ids.push(tx.insert('companies', company(index)))
    })
  for (const to of [taking, plain]) give(writing, to)
  plain.close()

  const edits: { readonly id: string; readonly text: string }[] = []
  for (let index = 0; index < CHANGES; index++) {
    const edit = { id: ids[(index * 7919) % ids.length] ?? '', text: `Asked for an offer on day ${index}` }
    edits.push(edit)
    writing.write({ actor: null, procedure: 'companies.update' }, (tx) => {
      tx.update('companies', edit.id, { description: edit.text })
    })
  }

  const raw = openConnection({ file: join(base, 'plain.db'), key, cacheMb: WRITER_CACHE_MB })
  const update = raw.prepare('UPDATE companies SET description = ?, updatedAt = ? WHERE id = ?')
  const plainly = raw.transaction((some: typeof edits) => {
    for (const { id, text } of some) update.run(text, new Date().toISOString(), id)
  })
  const took = { plain: 0, kith: 0 }
  let done = 0
  for (const sets of missing(writing, taking, BATCH)) {
    const bytes = encodeSets(sets)
    const origins = writing.outgoing.origins()
    const start = performance.now()
    plainly(edits.slice(done, done + sets.length))
    const between = performance.now()
    taking.receive(decodeSets(bytes), origins)
    const end = performance.now()
    took.plain += between - start
    took.kith += end - between
    done += sets.length
  }
  const read = 'SELECT count(*) FROM companies WHERE description = ?'
  const last = edits.at(-1)?.text
  const isThere =
    done === CHANGES && taking.raw.prepare(read).pluck().get(last) === 1 && raw.prepare(read).pluck().get(last) === 1
  raw.close()
  taking.close()
  writing.close()
  const perSecond = (ms: number): string => `${Math.round((1000 * CHANGES) / ms).toLocaleString('en')}/s`
  return [
    {
      what: `taking ${CHANGES.toLocaleString('en')} changes of others, ${BATCH.toLocaleString('en')} to a transaction, beside plain updates`,
      limit: perSecond(took.plain),
      kith: `${perSecond(took.kith)} (${(took.plain / took.kith).toFixed(2)}×)`,
      goal: '≥ 0.25×',
      isMet: isThere && took.plain / took.kith >= 0.25,
    },
  ]
}

const MACHINES = 50
const EACH = 200
/** A few records, so that nearly every change crosses others. */
const SHARED = 100

/** Fifty machines in memory write apart and meet in rounds, each with the one 1, 2, 4 … places further: what a few connections of each do. */
export const benchFifty = async (): Promise<Row[]> => {
  const machines: Writer[] = []
  for (let index = 0; index < MACHINES; index++) machines.push(await machine(`PC ${index}`, { file: ':memory:', key: null }))
  const [first] = machines
  if (!first) throw new Error('There are machines.')
  const ids: string[] = []
  first.write({ actor: null, procedure: 'bench.fill' }, (tx) => {
    for (let index = 0; index < SHARED; index++) ids.push(tx.insert('companies', { name: `Company ${index}` }))
  })
  for (const one of machines.slice(1)) give(first, one)
  const draw = seeded(50)
  for (const [index, one] of machines.entries())
    for (let change = 0; change < EACH; change++)
      one.write({ actor: null, procedure: 'companies.update' }, (tx) => {
        tx.update('companies', ids[Math.floor(draw() * SHARED)] ?? '', { city: `city ${index} ${change}` })
      })

  const start = performance.now()
  let rounds = 0
  let taken = 0
  const vectors = (): Set<string> => new Set(machines.map((one) => JSON.stringify([...one.outgoing.vector()].toSorted(byFirst))))
  while (vectors().size > 1) {
    const distance = 2 ** (rounds % Math.ceil(Math.log2(MACHINES)))
    for (const [index, one] of machines.entries()) taken += give(machines[(index + distance) % MACHINES] ?? first, one)
    rounds += 1
  }
  const took = (performance.now() - start) / 1000
  const states = new Set(
    machines.map(({ raw }) =>
      JSON.stringify([
        raw.prepare('SELECT id, city, updatedAt FROM companies ORDER BY id').all(),
        raw.prepare('SELECT count(*) FROM sync_conflict').pluck().get(),
      ]),
    ),
  )
  for (const one of machines) one.close()
  const note = `${taken.toLocaleString('en')} change sets taken in ${took.toFixed(0)} s, ${Math.round(taken / took).toLocaleString('en')}/s`
  return [
    boundRow(
      `rounds until ${MACHINES} machines × ${EACH} changes are one`,
      rounds,
      Math.ceil(3 * Math.log2(MACHINES)),
      'rounds',
      note,
    ),
    boundRow('… different states and journals of crossed changes then', states.size, 1, 'states'),
  ]
}

const byFirst = ([one]: readonly [string, number], [other]: readonly [string, number]): number => (one < other ? -1 : 1)
