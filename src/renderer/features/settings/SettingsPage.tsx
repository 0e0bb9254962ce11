// The first page of the settings: what belongs to this computer, what the whole office shares, the keys to the workspace, and the sample data.
import { Sections } from '#renderer/ui/Section.tsx'
import { ComputerSettings } from './ComputerSettings.tsx'
import { SampleSettings } from './SampleSettings.tsx'
import { SecuritySettings } from './SecuritySettings.tsx'
import { WorkspaceSettings } from './WorkspaceSettings.tsx'

export function SettingsPage() {
  return (
    <Sections>
      <ComputerSettings />
      <WorkspaceSettings />
      <SecuritySettings />
      <SampleSettings />
    </Sections>
  )
}
