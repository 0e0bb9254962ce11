// What stands before the screens: first run, the recovery key to type back, or the lock. The address stays, so that unlocking returns to it.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { useApi, useClient } from '#renderer/api/api-context.tsx'
import { AwaitOffice } from '#renderer/features/workspace/AwaitOffice.tsx'
import { FirstRun } from '#renderer/features/workspace/FirstRun.tsx'
import { LockPage } from '#renderer/features/workspace/LockPage.tsx'
import { type MadeWorkspace, RecoveryKeyPages } from '#renderer/features/workspace/RecoveryKeyPages.tsx'
import { EntryPanel } from '#renderer/ui/EntryPanel.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'

export function Gate() {
  const navigate = useNavigate()
  const status = useQuery(useApi().workspace.status({}))
  const state = status.data?.state
  // Who just joined has to wait for the first records; every workspace begins with the statuses of tickets.
  const isBare = useQuery({ ...useApi().tickets.statuses({}), enabled: state === 'open' }).data?.length === 0
  const { queryClient, quietLine } = useClient()
  const [made, setMade] = useState<MadeWorkspace | null>(null)
  // The workspace that stood here last: who looks for another one can come back to it.
  const [last, setLast] = useState<string | null>(null)
  if (status.data && status.data.state !== 'none' && status.data.folder !== last) setLast(status.data.folder)

  useEffect(() => {
    // What was read while it was open must not stay in the page's memory.
    if (state !== undefined && state !== 'open') {
      quietLine.clear()
      queryClient.removeQueries({ predicate: ({ queryKey }) => !/^(workspace|shell)\./u.test(String(queryKey[0])) })
    }
  }, [state, queryClient, quietLine])

  if (status.isPending) return <Pending />
  if (status.isError) {
    return (
      <EntryPanel>
        <ErrorNote error={status.error} onRetry={() => void status.refetch()} />
      </EntryPanel>
    )
  }
  const { users } = status.data
  const onMade = (workspace: MadeWorkspace) => {
    setMade(workspace)
    // Until it is open the gate stands before every address.
    void navigate(workspace.begins)
    void status.refetch()
  }
  const onConfirmed = () => {
    setMade(null)
    void status.refetch()
  }

  switch (status.data.state) {
    case 'none':
      return <FirstRun onMade={onMade} last={last} />
    case 'unconfirmed':
      return <RecoveryKeyPages key={made?.recoveryKey ?? ''} made={made} onConfirmed={onConfirmed} />
    case 'locked':
      return <LockPage users={users} />
    case 'open':
      return isBare ? <AwaitOffice /> : <Outlet />
  }
}
