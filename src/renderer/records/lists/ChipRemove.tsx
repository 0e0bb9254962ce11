// The cross of a chip in the bar of a list.
import { IconX } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './FilterBar.module.css'

interface ChipRemoveProps {
  /** Of the chip: what it stands for is read aloud. */
  readonly words: string
  readonly onRemove: () => void
}

export function ChipRemove({ words, onRemove }: ChipRemoveProps) {
  const t = useT()
  return (
    <button
      type="button"
      className={classes['chipRemove']}
      aria-label={t('lists.filter.remove_chip', { words })}
      onClick={onRemove}
    >
      <IconX size={12} stroke={2} aria-hidden />
    </button>
  )
}
