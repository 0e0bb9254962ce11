// A row that was deleted on one machine, or merged into another there, while it was worked on elsewhere: it stays until somebody decides.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import { ClaimBox } from './ClaimBox.tsx'
import classes from './Conflict.module.css'
import { fieldOf, whoOf } from './conflict-words.ts'

export function KeptEntry({ conflict, name: ofRecord }: { readonly conflict: Conflict; readonly name: string }) {
  const t = useT()
  const { conflicts } = useApi()
  const { table, rowId, standing, others, row, mergedInto } = conflict
  const name = row?.name ?? ofRecord
  const winner = mergedInto?.name ?? ''
  const kept = mergedInto ? 'conflicts.merged' : 'conflicts.kept'
  const keep = useAction(conflicts.keep(), { said: () => t('conflicts.said.stays', { name }) })
  const archive = useAction(conflicts.archiveAgain(), {
    said: () => t(mergedInto ? 'conflicts.said.merged' : 'conflicts.said.archived', { name, winner }),
  })
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
              run: () => archive.mutate({ table, rowId }),
            }}
          />
        ))}
      </div>
    </>
  )
}
