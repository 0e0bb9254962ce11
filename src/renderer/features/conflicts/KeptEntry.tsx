// A row that was archived on one machine, or merged into another there, while it was worked on elsewhere: it stays until somebody decides.
import { useEffect, useEffectEvent, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { AskDependents } from '#renderer/features/customers/ArchiveCompany.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import { ClaimBox } from './ClaimBox.tsx'
import classes from './Conflict.module.css'
import { fieldOf, whoOf } from './conflict-words.ts'

interface KeptEntryProps {
  readonly conflict: Conflict
  readonly name: string
  readonly onAsking?: ((isAsking: boolean) => void) | undefined
}

export function KeptEntry({ conflict, name: ofRecord, onAsking }: KeptEntryProps) {
  const t = useT()
  const { conflicts } = useApi()
  const { table, rowId, standing, others, row, mergedInto } = conflict
  const name = row?.name ?? ofRecord
  const winner = mergedInto?.name ?? ''
  const kept = mergedInto ? 'conflicts.merged' : 'conflicts.kept'
  const keep = useAction(conflicts.keep(), { said: () => t('conflicts.said.stays', { name }) })
  const [isAsking, setIsAsking] = useState(false)
  const tellAsking = useEffectEvent((isNow: boolean) => onAsking?.(isNow))
  useEffect(() => {
    if (!isAsking) return
    tellAsking(true)
    return () => tellAsking(false)
  }, [isAsking])
  const archive = useAction(conflicts.archiveAgain(), {
    said: (_, { withDependents }) => {
      if (mergedInto) return t('conflicts.said.merged', { name, winner })
      return t(withDependents ? 'conflicts.said.archived_all' : 'conflicts.said.archived', { name })
    },
    onDone: () => setIsAsking(false),
  })
  // A company does not go without asking what becomes of its deals; merged again, they go over.
  const asks = table === 'companies' && mergedInto === null
  const isBusy = keep.isPending || archive.isPending
  const fields = standing.values.map((value) => fieldOf(t, { ...value, table }))
  const [deletion] = others

  return (
    <>
      <p className={classes['quiet']}>
        {deletion && t(`${kept}.text`, { deleter: whoOf(t, deletion), editor: whoOf(t, standing), winner })}
      </p>
      <div className={classes['claims']}>
        <ClaimBox
          role={t('conflicts.kept.worked')}
          claim={standing}
          text={fields.length === 0 ? name : t('conflicts.kept.fields', { fields })}
          isStanding
          isBusy={isBusy}
          button={{
            text: t('conflicts.kept.keep'),
            label: t('conflicts.kept.keep_label', { name }),
            act: 'keep',
            run: () => keep.mutate({ table, rowId }),
          }}
        />
        {others.map((other) => (
          <ClaimBox
            key={other.id}
            role={t(`${kept}.deleted`)}
            claim={other}
            text={mergedInto ? t('conflicts.merged.into', { winner }) : name}
            isBusy={isBusy}
            button={{
              text: t(`${kept}.archive`),
              label: t(`${kept}.archive_label`, { name, winner }),
              act: 'take',
              run: () => (asks ? setIsAsking(true) : archive.mutate({ table, rowId })),
            }}
          />
        ))}
      </div>
      {isAsking && (
        <AskDependents
          company={{ id: rowId, name }}
          running={archive.isPending ? archive.variables.withDependents === true : null}
          onChoose={(withDependents) => archive.mutate({ table, rowId, withDependents })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  )
}
