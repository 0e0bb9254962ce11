// The keys of a list, for the whole screen; those that only the grid understands are told of beside them.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Shortcut } from '#renderer/ui/shortcut.ts'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'

interface ListKeysOptions {
  readonly hasPanel: boolean
  /** Into the rows, and as many further. */
  readonly onStep: (count: number) => void
  readonly onSelect: () => void
}

const told = (keys: string, label: string): Shortcut => ({ keys, label, group: 'list', isToldOnly: true, run: () => {} })

export const useListKeys = ({ hasPanel, onStep, onSelect }: ListKeysOptions): void => {
  const t = useT()
  useShortcuts([
    { keys: 'j', label: t('base.keys.next_row'), group: 'list', run: () => onStep(1) },
    { keys: 'k', label: t('base.keys.previous_row'), group: 'list', run: () => onStep(-1) },
    { keys: 'x', label: t('lists.keys.select'), group: 'list', run: onSelect },
    told('arrowright', t('lists.keys.cells')),
    told('f2', t('lists.keys.edit')),
    told('shift+arrowdown', t('lists.keys.range')),
    told('mod+a', t('lists.keys.select_all')),
    told('shift+f10', t('lists.keys.menu')),
    ...(hasPanel ? [told(' ', t('lists.keys.peek'))] : []),
  ])
}
