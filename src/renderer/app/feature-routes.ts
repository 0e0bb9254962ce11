// The screens of the features, each loaded when it is first gone to. A new screen adds one line.
import type { ComponentType } from 'react'

export interface FeatureRoute {
  readonly path: string
  readonly load: () => Promise<{ readonly Component: ComponentType }>
}

export const featureRoutes: readonly FeatureRoute[] = [
  { path: 'home', load: async () => ({ Component: (await import('#renderer/features/home/HomePage.tsx')).HomePage }) },
  {
    path: 'calendar',
    load: async () => ({ Component: (await import('#renderer/features/calendar/CalendarPage.tsx')).CalendarPage }),
  },
  {
    path: 'tasks',
    load: async () => ({ Component: (await import('#renderer/features/calendar/TasksPage.tsx')).TasksPage }),
  },
  {
    path: 'tasks/:id',
    load: async () => ({ Component: (await import('#renderer/features/calendar/TaskPage.tsx')).TaskPage }),
  },
  { path: 'start', load: async () => ({ Component: (await import('./StartPage.tsx')).StartPage }) },
  { path: 'companies', load: async () => ({ Component: (await import('./list-pages.tsx')).CompanyListPage }) },
  { path: 'companies/:id', load: async () => ({ Component: (await import('./record-pages.tsx')).CompanyRecordPage }) },
  { path: 'companies/:id/print', load: async () => ({ Component: (await import('./card-pages.tsx')).CompanyCardPage }) },
  { path: 'contacts/:id/print', load: async () => ({ Component: (await import('./card-pages.tsx')).ContactCardPage }) },
  { path: 'contacts', load: async () => ({ Component: (await import('./list-pages.tsx')).ContactListPage }) },
  { path: 'contacts/:id', load: async () => ({ Component: (await import('./record-pages.tsx')).ContactRecordPage }) },
  { path: 'deals', load: async () => ({ Component: (await import('./list-pages.tsx')).DealListPage }) },
  { path: 'deals/:id', load: async () => ({ Component: (await import('./record-pages.tsx')).DealRecordPage }) },
  { path: 'products', load: async () => ({ Component: (await import('./list-pages.tsx')).ProductListPage }) },
  { path: 'products/:id', load: async () => ({ Component: (await import('./record-pages.tsx')).ProductRecordPage }) },
  { path: 'orders', load: async () => ({ Component: (await import('./list-pages.tsx')).OrderListPage }) },
  { path: 'orders/:id', load: async () => ({ Component: (await import('./record-pages.tsx')).OrderRecordPage }) },
  { path: 'tickets', load: async () => ({ Component: (await import('./list-pages.tsx')).TicketListPage }) },
  { path: 'tickets/:id', load: async () => ({ Component: (await import('./record-pages.tsx')).TicketRecordPage }) },
  {
    path: 'reports',
    load: async () => ({ Component: (await import('#renderer/features/reports/ReportPage.tsx')).ReportPage }),
  },
  { path: 'import', load: async () => ({ Component: (await import('#renderer/features/imports/ImportPage.tsx')).ImportPage }) },
  {
    path: 'duplicates',
    load: async () => ({ Component: (await import('#renderer/features/duplicates/DuplicatesPage.tsx')).DuplicatesPage }),
  },
  {
    path: 'merge/:recordType',
    load: async () => ({ Component: (await import('#renderer/features/duplicates/MergePage.tsx')).MergePage }),
  },
  { path: 'help', load: async () => ({ Component: (await import('#renderer/features/help/HelpPage.tsx')).HelpPage }) },
  { path: 'help/:topic', load: async () => ({ Component: (await import('#renderer/features/help/HelpPage.tsx')).HelpPage }) },
  {
    path: 'conflicts',
    load: async () => ({ Component: (await import('#renderer/features/conflicts/ConflictsPage.tsx')).ConflictsPage }),
  },
  {
    path: 'history',
    load: async () => ({ Component: (await import('#renderer/features/history/HistoryPage.tsx')).HistoryPage }),
  },
]

/** Pages that are only ever printed: no rail, no bar. */
export const printRoutes: readonly FeatureRoute[] = [
  { path: 'print/card/:type/:id', load: async () => ({ Component: (await import('./card-pages.tsx')).CardSheetPage }) },
  { path: 'print/keys', load: async () => ({ Component: (await import('./KeysSheetPage.tsx')).KeysSheetPage }) },
  {
    path: 'print/pipeline',
    load: async () => ({ Component: (await import('#renderer/features/reports/PipelineSheetPage.tsx')).PipelineSheetPage }),
  },
]
