// What the host answers of the office's machines: a removal is signed with this machine's key, which no thread holds.
import { type HostState, requireOpen } from './host-state.ts'

export interface DeviceProcedures {
  readonly remove: (input: { readonly id: string }) => Promise<null>
}

/** Mutations must be called one after the other. */
export const createDeviceProcedures = (state: HostState): DeviceProcedures => ({
  remove: async ({ id }) => {
    await requireOpen(state).network.remove(id)
    return null
  },
})
