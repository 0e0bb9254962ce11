// The pages of the settings, in the order of their list. A new page adds one line; it shows its content only, the frame is here.
import type { ComponentType } from 'react'
import type { MessageKey } from '#shared/messages.ts'

export interface SettingsPageEntry {
  /** Below `/settings`; empty for the first one. */
  readonly path: string
  readonly label: MessageKey
  readonly load: () => Promise<{ readonly Component: ComponentType }>
}

export const settingsPages: readonly SettingsPageEntry[] = [
  {
    path: '',
    label: 'settings.general',
    load: async () => ({ Component: (await import('#renderer/features/settings/SettingsPage.tsx')).SettingsPage }),
  },
  {
    path: 'fields',
    label: 'customFields.title',
    load: async () => ({ Component: (await import('#renderer/features/settings/fields/FieldsPage.tsx')).FieldsPage }),
  },
  {
    path: 'lifecycle',
    label: 'lifecycle.title',
    load: async () => ({ Component: (await import('#renderer/features/settings/LifecyclePage.tsx')).LifecyclePage }),
  },
  {
    path: 'tags',
    label: 'tags.title',
    load: async () => ({ Component: (await import('#renderer/features/settings/TagsPage.tsx')).TagsPage }),
  },
  {
    path: 'pool',
    label: 'pool.title',
    load: async () => ({ Component: (await import('#renderer/features/settings/PoolPage.tsx')).PoolPage }),
  },
  {
    path: 'working-time',
    label: 'working_time.title',
    load: async () => ({ Component: (await import('#renderer/features/settings/WorkingTimePage.tsx')).WorkingTimePage }),
  },
  {
    path: 'templates',
    label: 'templates.title',
    load: async () => ({ Component: (await import('#renderer/features/settings/TemplatesPage.tsx')).TemplatesPage }),
  },
  {
    path: 'network',
    label: 'network_page.title',
    load: async () => ({ Component: (await import('#renderer/features/network/NetworkPage.tsx')).NetworkPage }),
  },
  {
    path: 'export',
    label: 'exports.page.title',
    load: async () => ({ Component: (await import('#renderer/features/exports/ExportPage.tsx')).ExportPage }),
  },
]
