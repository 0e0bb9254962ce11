// What the menu and the keys do in a page: go somewhere, make something, take something back.
import { useLocation, useNavigate } from 'react-router'
import { useAppEvent } from '#renderer/api/use-app-event.ts'
import { useUndo } from '#renderer/api/use-undo.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { isField, useShortcuts, useShowKeys } from '#renderer/ui/Shortcuts.tsx'
import { GO_PREFIX, type PageCommandId } from '#shared/shell/commands.ts'
import { destinations } from './navigation.ts'

/** Answers what carries out a command of the page. */
/** The page of a company or a person. */
const CARD_PATH = /^\/(?:companies|contacts)\/[^/]+$/u

export const useCommands = ({ openSearch }: { readonly openSearch: () => void }): ((command: PageCommandId) => void) => {
  const t = useT()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const showKeys = useShowKeys()
  const { undoLast, redoLast } = useUndo()
  const go = (to: string) => void navigate(to)

  const commands: Readonly<Record<PageCommandId, () => void>> = {
    'new-contact': () => go('/contacts?new'),
    'new-company': () => go('/companies?new'),
    'new-deal': () => go('/deals?new'),
    'new-ticket': () => go('/tickets?new'),
    'new-order': () => go('/orders?new'),
    'new-product': () => go('/products?new'),
    import: () => go('/import'),
    // A record prints its card, everything else the report.
    print: () => go(CARD_PATH.test(pathname) ? `${pathname}/print?print` : '/reports?print'),
    // The menu's key reaches a field's own undo first.
    undo: () => (isField(document.activeElement) ? document.execCommand('undo') : undoLast()),
    redo: () => (isField(document.activeElement) ? document.execCommand('redo') : redoLast()),
    find: openSearch,
    'go-back': () => void navigate(-1),
    'go-forward': () => void navigate(1),
    'go-home': () => go('/home'),
    'go-companies': () => go('/companies'),
    'go-contacts': () => go('/contacts'),
    'go-deals': () => go('/deals'),
    'go-orders': () => go('/orders'),
    'go-products': () => go('/products'),
    'go-tickets': () => go('/tickets'),
    'go-reports': () => go('/reports'),
    'go-history': () => go('/history'),
    'go-settings': () => go('/settings'),
    'show-keys': showKeys,
  }

  useAppEvent((event) => {
    if (event.type !== 'command') return
    if (event.command.startsWith(GO_PREFIX)) go(event.command.slice(GO_PREFIX.length))
    else if (event.command in commands) commands[event.command as PageCommandId]() // Checked on the left.
  })

  useShortcuts([
    { keys: 'mod+k', label: t('app.search.title'), group: 'everywhere', run: openSearch },
    { keys: 'mod+z', label: t('base.undo'), group: 'everywhere', run: undoLast },
    { keys: 'mod+shift+z', label: t('base.redo'), group: 'everywhere', run: redoLast },
    ...destinations.map(({ to, label, letter }) => ({
      keys: `g ${letter}`,
      label: t(label),
      group: 'go' as const,
      run: () => go(to),
    })),
  ])
  return (command) => commands[command]()
}
