// The settings: what belongs to this computer, what the whole office shares, the keys to the workspace, and the sample data.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Sections } from '#renderer/ui/Section.tsx'
import { ComputerSettings } from './ComputerSettings.tsx'
import { SampleSettings } from './SampleSettings.tsx'
import { SecuritySettings } from './SecuritySettings.tsx'
import { WorkspaceSettings } from './WorkspaceSettings.tsx'

export function SettingsPage() {
  const t = useT()
  return (
    <Page title={t('settings.title')}>
      <Sections>
        <ComputerSettings />
        <WorkspaceSettings />
        <SecuritySettings />
        <SampleSettings />
      </Sections>
    </Page>
  )
}
