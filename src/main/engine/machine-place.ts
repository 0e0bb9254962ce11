// The machine as its own notes know it: by the system's name for it, in a folder that no copy of a workspace takes along. The window and the command
// line ask for the same place, or each would take the other's workspace for a copy.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Machine } from '#main/workspace/witness.ts'

export interface MachinePlaces {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly variables: Readonly<Record<string, string | undefined>>
  /** What a program of the system prints. Throws where it is not there. */
  readonly ask: (program: string, args: readonly string[]) => string
  readonly read: (path: string) => string
}

export const thisMachinesPlaces = (home: string): MachinePlaces => ({
  platform: process.platform,
  home,
  variables: process.env,
  ask: (program, args) => execFileSync(program, args, { encoding: 'utf8', timeout: 5000, windowsHide: true }),
  read: (path) => readFileSync(path, 'utf8'),
})

export const machineOf = (places: MachinePlaces): Machine => ({ id: machineId(places), folder: machineFolder(places) })

/** Local to the machine: neither roaming nor synchronised. */
const machineFolder = ({ platform, home, variables }: MachinePlaces): string => {
  if (platform === 'win32') return join(variables['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Kith', 'machine')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Kith', 'machine')
  return join(variables['XDG_STATE_HOME'] || join(home, '.local', 'state'), 'kith')
}

/** Where the system has no name of its own for the machine, the one that people gave it. */
const machineId = (places: MachinePlaces): string => {
  try {
    return systemId(places) ?? hostname()
  } catch {
    return hostname()
  }
}

const systemId = ({ platform, ask, read }: MachinePlaces): string | undefined => {
  if (platform === 'win32')
    return /MachineGuid\s+REG_SZ\s+(\S+)/u.exec(
      ask('reg.exe', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid', '/reg:64']),
    )?.[1]
  if (platform === 'darwin')
    return /"IOPlatformUUID" = "([^"]+)"/u.exec(ask('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']))?.[1]
  return read('/etc/machine-id').trim() || undefined
}
