// Which workspace folder is opened: the one asked for, else the last one, else the one in the user's data folder.
import { join } from 'node:path'
import { workspaceStatus } from '#shared/workspace/workspace.contract.ts'
import type { Engine } from '#main/engine/engine.ts'
import type { LaunchRequest } from './launch-request.ts'
import type { PreferenceStore, StoredPreferences } from './preferences.ts'

export interface FolderSources {
  readonly request: LaunchRequest
  /** The value of KITH_WORKSPACE. */
  readonly variable: string | undefined
  readonly stored: StoredPreferences
  readonly userData: string
}

export const chooseWorkspaceFolder = ({ request, variable, stored, userData }: FolderSources): string =>
  request.workspace ?? (variable || null) ?? stored.workspaceFolder ?? join(userData, 'workspace')

const whereAndHow = workspaceStatus.pick({ state: true, folder: true })

/** Keeps the folder of the workspace that was last open as the one to open next time. */
export const rememberWorkspaceFolder = (engine: Engine, preferences: PreferenceStore): void => {
  const session = engine.openSession({ resolveFile: () => null })
  engine.onEvent((event) => {
    if (event.type === 'workspace') void remember()
  })

  const remember = async (): Promise<void> => {
    const reply = await session.call('workspace.status', {})
    if (!reply.ok) return
    const { state, folder } = whereAndHow.parse(reply.data)
    if (state !== 'none' && folder !== null) preferences.set({ workspaceFolder: folder })
  }
}
