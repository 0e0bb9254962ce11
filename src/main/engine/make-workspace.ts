// A new workspace: its folder, its keys, its database with the first contents. Whole, or not there at all.
import { hostname } from 'node:os'
import type { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { issuesOfSettings } from '#shared/settings/settings-rules.ts'
import type { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { makeKeys } from '#main/workspace/key-slots.ts'
import { writeKeys } from '#main/workspace/key-file.ts'
import { refusal } from '#main/workspace/refusal.ts'
import { abandonWorkspace, beginWorkspace, finishWorkspace } from '#main/workspace/workspace-folder.ts'
import { requireShut } from './host-state.ts'
import type { HostParts } from './host-steps.ts'

export type NewWorkspaceInput = z.output<(typeof workspaceContract)['create']['input']>

/** Answers the recovery key; the workspace is open afterwards. Throws a refusal, having left nothing behind. */
export const makeWorkspace = async (parts: HostParts, input: NewWorkspaceInput): Promise<string> => {
  const { state, sources, surroundings } = parts
  requireShut(state)
  const issues = issuesOfSettings(
    input.currency === null ? { timeZone: input.timeZone } : { timeZone: input.timeZone, currency: input.currency },
  )
  if (issues.length > 0) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
  const folder = input.folder ?? state.folder
  if (folder === null) throw refusal('invalid_input', 'workspace.folderNeeded')

  const { isNewFolder } = beginWorkspace(folder, surroundings)
  try {
    const { userName, password, workspaceName, language, timeZone, currency } = input
    const userId = sources.newId()
    const { file: keys, dataKey, recoveryKey } = await makeKeys(sources, { userId, name: userName, password })
    writeKeys(folder, keys)
    const contents = { userId, userName, workspaceName, language, timeZone, currency }
    const birth = { workspaceId: keys.workspaceId, deviceName: hostname(), letter: 'A', contents }
    const open = await parts.open({ folder, keys, dataKey, user: { id: userId, name: userName }, notice: null, birth })
    state.open = open
    finishWorkspace(folder)
    state.folder = folder
    return recoveryKey
  } catch (error) {
    await parts.shut()
    abandonWorkspace(folder, isNewFolder)
    throw error
  }
}
