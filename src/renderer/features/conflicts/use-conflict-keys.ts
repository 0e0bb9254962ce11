// The keys of the list of conflicts: from one to the next, and what is done about the one that has the focus.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { entries, indexOf } from './conflict-entries.ts'

const step = (by: 1 | -1): void => {
  const all = entries()
  const at = indexOf(all, document.activeElement)
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Where none has the focus, the first one gets it, and nothing is decided about what nobody pointed at. */
const press = (act: string): void => {
  const all = entries()
  const pointedAt = all[indexOf(all, document.activeElement)]
  if (pointedAt) pointedAt.querySelector<HTMLElement>(`[data-act="${act}"]`)?.click()
  else step(1)
}

export const useConflictKeys = (): void => {
  const t = useT()
  useShortcuts([
    { keys: 'j', label: t('conflicts.key.next'), group: 'page', run: () => step(1) },
    { keys: 'k', label: t('conflicts.key.previous'), group: 'page', run: () => step(-1) },
    { keys: '1', label: t('conflicts.key.keep'), group: 'page', isOnce: true, run: () => press('keep') },
    { keys: '2', label: t('conflicts.key.take'), group: 'page', isOnce: true, run: () => press('take') },
    { keys: 'e', label: t('conflicts.key.write'), group: 'page', run: () => press('write') },
  ])
}
