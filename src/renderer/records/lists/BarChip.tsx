// What leaves rows of a list out without being a condition, as a chip that can be taken away: the archive, one import.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ChipRemove } from './ChipRemove.tsx'
import classes from './FilterBar.module.css'

interface BarChipProps {
  readonly words: string
  readonly onRemove: () => void
}

export function BarChip({ words, onRemove }: BarChipProps) {
  return (
    <span className={classes['chip']}>
      <span className={classes['chipWords']} title={words}>
        <span>{words}</span>
      </span>
      <ChipRemove words={words} onRemove={onRemove} />
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
