// Changing all selected rows: one act, with its count while it runs, and one undo.
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { type Action, useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { MessageKey } from '#shared/messages.ts'
import type { ListChanged, ListChanges } from '#shared/lists/list-change.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { SelectedRows } from './use-selection.ts'

export interface Bulk {
  readonly isRunning: boolean
  readonly progress: Action<unknown, unknown>['progress']
  readonly cancel: () => void
  readonly change: (changes: ListChanges) => void
  readonly archive: () => void
  readonly restore: () => void
  /** What some rows refused in the last act; `null` once it was read. */
  readonly refused: ListChanged | null
  readonly forgetRefused: () => void
}

export const useBulk = (entity: ListEntity, selected: Pick<SelectedRows, 'asked' | 'clear'>): Bulk => {
  const t = useT()
  const api = useApi()
  const [refused, setRefused] = useState<ListChanged | null>(null)
  const says = (key: MessageKey) => ({
    said: ({ changed, refused: not }: ListChanged) => {
      const said = t(key, { count: changed })
      return not === 0 ? said : t('lists.bulk.did.some', { said, refused: not })
    },
    onDone: (done: ListChanged) => {
      if (done.refused > 0) setRefused(done)
    },
  })
  const change = useAction(api.lists.change(), says('lists.bulk.did.changed'))
  const archive = useAction(api.lists.archive(), {
    ...says('lists.bulk.did.archived'),
    onDone: (done) => {
      if (done.refused > 0) setRefused(done)
      selected.clear()
    },
  })
  const restore = useAction(api.lists.restore(), {
    ...says('lists.bulk.did.restored'),
    onDone: (done) => {
      if (done.refused > 0) setRefused(done)
      selected.clear()
    },
  })
  const running = [change, archive, restore].find(({ isPending }) => isPending)
  const selection = selected.asked

  return {
    isRunning: running !== undefined,
    progress: running?.progress ?? null,
    cancel: () => running?.cancel(),
    change: (changes) => change.mutate({ entity, selection, changes }),
    archive: () => archive.mutate({ entity, selection }),
    restore: () => restore.mutate({ entity, selection }),
    refused,
    forgetRefused: () => setRefused(null),
  }
}
