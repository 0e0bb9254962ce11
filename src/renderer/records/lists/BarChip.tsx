// What leaves rows of a list out without being a condition, as a chip that can be taken away: the archive, one import.
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './FilterBar.module.css'

interface BarChipProps {
  readonly words: string
  readonly onRemove: () => void
}

export function BarChip({ words, onRemove }: BarChipProps) {
  const t = useT()
  return (
    <span className={classes['chip']}>
      <span className={classes['chipWords']} title={words}>
        <span>{words}</span>
      </span>
      <button
        type="button"
        className={classes['chipRemove']}
        aria-label={t('lists.filter.remove_chip', { words })}
        onClick={onRemove}
      >
        <IconX size={12} stroke={2} aria-hidden />
      </button>
    </span>
  )
}

/** Who may not import is not told the file's name. */
export function ImportChip({ importId, onRemove }: { readonly importId: string; readonly onRemove: () => void }) {
  const t = useT()
  const past = useQuery(useApi().imports.pastOne({ id: importId })).data
  return (
    <BarChip
      words={past ? t('lists.bar.import_chip', { name: past.fileName }) : t('lists.bar.some_import')}
      onRemove={onRemove}
    />
  )
}
