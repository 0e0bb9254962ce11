// Where the rail leads, and the letter after `g` that goes there.
import {
  IconBuilding,
  IconCalendar,
  IconChartBar,
  IconChecklist,
  IconFileImport,
  IconHelp,
  IconHistory,
  IconHome,
  IconLayoutKanban,
  IconLifebuoy,
  IconPackage,
  IconSettings,
  IconShoppingCart,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react'
import type { MessageKey } from '#shared/messages.ts'

export interface Destination {
  readonly to: string
  readonly label: MessageKey
  readonly icon: TablerIcon
  readonly letter: string
  /** At the foot of the rail. */
  readonly isAside?: boolean
}

export const destinations: readonly Destination[] = [
  { to: '/home', label: 'app.nav.home', icon: IconHome, letter: 'h' },
  { to: '/companies', label: 'app.nav.companies', icon: IconBuilding, letter: 'c' },
  { to: '/contacts', label: 'app.nav.contacts', icon: IconUser, letter: 'p' },
  { to: '/deals', label: 'app.nav.deals', icon: IconLayoutKanban, letter: 'd' },
  { to: '/orders', label: 'orders.list.title', icon: IconShoppingCart, letter: 'o' },
  { to: '/products', label: 'products.list.title', icon: IconPackage, letter: 'u' },
  { to: '/tickets', label: 'app.nav.tickets', icon: IconLifebuoy, letter: 't' },
  { to: '/tasks', label: 'tasks.title', icon: IconChecklist, letter: 'k' },
  { to: '/calendar', label: 'calendar.title', icon: IconCalendar, letter: 'a' },
  { to: '/reports', label: 'app.nav.reports', icon: IconChartBar, letter: 'r' },
  { to: '/import', label: 'app.nav.import', icon: IconFileImport, letter: 'i', isAside: true },
  { to: '/history', label: 'app.nav.history', icon: IconHistory, letter: 'y', isAside: true },
  { to: '/help', label: 'help.title', icon: IconHelp, letter: 'e', isAside: true },
  { to: '/settings', label: 'app.nav.settings', icon: IconSettings, letter: 's', isAside: true },
]
