// The frame of the settings: the list of their pages, and the one that is open.
import { Outlet, NavLink } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { SettingsLayout, settingsEntry } from '#renderer/ui/SettingsLayout.tsx'
import { settingsPages } from './settings-pages.ts'

export function SettingsFrame() {
  const t = useT()
  return (
    <Page title={t('settings.title')} layout="fill">
      <SettingsLayout
        label={t('settings.title')}
        links={settingsPages.map(({ path, label }) => (
          <NavLink key={path} to={`/settings${path === '' ? '' : `/${path}`}`} end={path === ''} className={settingsEntry}>
            {t(label)}
          </NavLink>
        ))}
      >
        <Outlet />
      </SettingsLayout>
    </Page>
  )
}
