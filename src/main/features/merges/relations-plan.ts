// How people stand to each other, under the winner's name: none twice, none to oneself.
import { inverseKind, type RelationKind, relationKind } from '#shared/customers/relation.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import type { Members } from './merge-records.ts'
import type { Left, Plan, Step } from './step.ts'

/** As seen from the winner. */
export interface UnitedRelation {
  readonly otherId: string
  readonly kind: RelationKind
}

const relationsOf = (db: Db, { ids, winnerId }: Members) =>
  db
    .all(
      build
        .selectFrom('relations')
        .select(['id', 'fromId', 'toId', 'kind', 'note'])
        .where((the) => the.or([the('fromId', 'in', [...ids]), the('toId', 'in', [...ids])]))
        .where(isActive('relations'))
        .orderBy('id'),
    )
    // The winner's own stay where two say the same.
    .toSorted((one, other) => Number(isOf(other, winnerId)) - Number(isOf(one, winnerId)))

const isOf = ({ fromId, toId }: { readonly fromId: string; readonly toId: string }, id: string): boolean =>
  fromId === id || toId === id

export const planRelations = (db: Db, members: Members): Plan & { readonly united: readonly UnitedRelation[] } => {
  const steps: Step[] = []
  const left: Left[] = []
  const united = new Map<string, UnitedRelation & { readonly note: string | null }>()
  if (members.recordType === 'company') return { steps, left, united: [] }

  for (const { id, fromId, toId, kind: stored, note } of relationsOf(db, members)) {
    const next = { fromId: members.become(fromId), toId: members.become(toId) }
    const isOut = next.fromId === members.winnerId
    const otherId = isOut ? next.toId : next.fromId
    const kind = isOut ? relationKind.parse(stored) : inverseKind(relationKind.parse(stored))
    const known = united.get(`${kind} ${otherId}`)
    if (otherId === members.winnerId || known) {
      steps.push({ ...step('doubled'), apply: (tx) => tx.archive('relations', id, 'merged') })
      const recordId = members.has(fromId) ? fromId : toId
      if (note !== null && note !== '' && note !== known?.note) left.push({ kind: 'note', recordId, of: otherId, text: note })
      continue
    }
    united.set(`${kind} ${otherId}`, { otherId, kind, note })
    if (next.fromId !== fromId || next.toId !== toId) {
      steps.push({ ...step('moved'), apply: (tx) => void tx.update('relations', id, next) })
    }
  }
  return { steps, left, united: [...united.values()] }
}

const step = (kind: Step['kind']) => ({ table: 'relations', kind, isActive: true }) as const
