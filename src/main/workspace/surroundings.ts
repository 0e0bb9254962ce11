// What the checks of a folder ask of the machine, as values, so that a share or a full disk can be told without having one.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Mount {
  readonly point: string
  readonly type: string
}

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly mounts: () => readonly Mount[]
}

export const thisMachine: Surroundings = {
  platform: process.platform,
  variables: process.env,
  mounts: () => {
    if (process.platform === 'linux') return parseLinuxMounts(readFileSync('/proc/self/mounts', 'utf8'))
    if (process.platform === 'darwin') return parseMacMounts(execFileSync('/sbin/mount', { encoding: 'utf8' }))
    // Windows tells a share by the folder's real path: see `networkKindOf`.
    return []
  },
}

/** `server:/export /mnt/office nfs4 rw,… 0 0`, with octal escapes for blanks. */
export const parseLinuxMounts = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ')
    if (!point || !type) return []
    return [
      { point: point.replace(/\\([0-7]{3})/gu, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))), type },
    ]
  })

/** `//user@server/share on /Volumes/share (smbfs, nodev, …)`. */
export const parseMacMounts = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, point, type] = / on (.+) \(([^,)]+)[^()]*\)$/u.exec(line) ?? []
    return point && type ? [{ point, type }] : []
  })
