// A workspace that lies in a folder of this computer: chosen in the system's dialog, then looked at.
import { useMutation, useQuery } from '@tanstack/react-query'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { AppError } from '#shared/base/app-error.ts'

export interface OpenFolder {
  readonly open: () => void
  readonly isPending: boolean
  /** Also that there is no workspace in the folder. */
  readonly error: Error | null
}

/** What is found is asked for its password by the gate. */
export const useOpenFolder = (): OpenFolder => {
  const { workspace } = useApi()
  const shell = useShell()
  const usual = useQuery(workspace.status({})).data?.folder ?? null
  const look = async (): Promise<void> => {
    const { data: chosen } = await shell.chooseFolder().run({})
    if (!chosen) return
    const { data } = await workspace.choose().run({ folder: chosen.folder })
    if (data.state !== 'none') return
    // A new workspace goes to its usual place still.
    if (usual !== null) await workspace.choose().run({ folder: usual })
    throw new AppError('not_found', 'workspace.none')
  }
  const { mutate, isPending, error } = useMutation({ networkMode: 'always', mutationFn: look })
  return { open: () => mutate(), isPending, error }
}
