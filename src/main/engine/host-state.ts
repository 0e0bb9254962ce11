// What the host knows between calls: which folder, whether it is open, and how often a password was wrong.
import type { WorkspaceStatus } from '#shared/workspace/workspace.contract.ts'
import { type Attempts, noAttempts } from '#main/workspace/attempts.ts'
import { isConfirmed, userSlots } from '#main/workspace/key-slots.ts'
import { refusal } from '#main/workspace/refusal.ts'
import type { Surroundings } from '#main/workspace/surroundings.ts'
import { findWorkspace } from '#main/workspace/workspace-folder.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import type { Person } from './person.ts'

export interface HostState {
  folder: string | null
  open: OpenWorkspace | null
  attempts: Attempts
  /** Set while the engine ends: nothing opens any more. */
  isClosed: boolean
}

export const newHostState = (folder: string | null): HostState => ({ folder, open: null, attempts: noAttempts, isClosed: false })

export const requireOpen = ({ open }: HostState): OpenWorkspace => {
  if (!open) throw refusal('locked', 'workspace.locked')
  return open
}

export const requireShut = ({ open }: HostState): void => {
  if (open) throw refusal('conflict', 'workspace.alreadyOpen')
}

/** How it stands for `person`, who is at work in it, or for anyone while it is shut. Throws what is wrong with the folder. */
export const statusOf = (state: HostState, person: Person | null, surroundings: Surroundings): WorkspaceStatus => {
  const { folder, open } = state
  if (open && person) {
    const stands = isConfirmed(open.keys) ? 'open' : 'unconfirmed'
    return { state: stands, folder: open.folder, users: peopleOf(open.keys), user: person, notice: open.notice }
  }
  const found = folder === null ? null : findWorkspace(folder, surroundings)
  return { state: found ? 'locked' : 'none', folder, users: found ? peopleOf(found.file) : [], user: null, notice: null }
}

const peopleOf = (keys: OpenWorkspace['keys']): WorkspaceStatus['users'] =>
  userSlots(keys).map(({ userId, label }) => ({ id: userId, name: label }))
