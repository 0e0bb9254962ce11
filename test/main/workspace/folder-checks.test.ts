// Where a workspace may live. Real folders and mounts where this machine can make them, told surroundings where it cannot.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beginWorkspace, checkBeforeOpening, findWorkspace, finishWorkspace } from '#main/workspace/workspace-folder.ts'
import { parseLinuxMounts, parseMacMounts, type Surroundings, thisMachine } from '#main/workspace/surroundings.ts'

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'kith-folder-'))
})
afterEach(() => {
  for (const mount of mounted.splice(0)) execFileSync('umount', [mount])
  rmSync(base, { recursive: true })
})

const mounted: string[] = []
/** Mounting needs root, as in the container that checks every change; elsewhere these tests have no disk to fill. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0
const mountDisk = (options: string): string => {
  const point = join(base, 'disk')
  mkdirSync(point)
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'kith-test', point])
  mounted.push(point)
  return point
}

const refuses = (messageKey: string, params: object = {}): unknown =>
  expect.objectContaining({ messageKey, params: expect.objectContaining(params) })
const linux = (mounts: string): Surroundings => ({ platform: 'linux', variables: {}, mounts: () => parseLinuxMounts(mounts) })
const begin = (folder: string, surroundings: Surroundings = thisMachine) => beginWorkspace(folder, surroundings)

describe('a new workspace', () => {
  test('is made in a missing folder and in an empty one', () => {
    const empty = join(base, 'empty')
    mkdirSync(empty)
    for (const folder of [empty, join(base, 'not', 'there', '客户')]) {
      begin(folder)
      finishWorkspace(folder)
      expect(readdirSync(folder).sort()).toEqual(['attachments', 'backups', 'kith.db'])
    }
  })

  test('refuses a folder that holds anything, and leaves it as it was', () => {
    writeFileSync(join(base, 'letter.txt'), 'Dear Mia')
    expect(() => begin(base)).toThrow(refuses('workspace.folderNotEmpty'))
    expect(readdirSync(base)).toEqual(['letter.txt'])
  })

  test('refuses a file', () => {
    const file = join(base, 'letter.txt')
    writeFileSync(file, 'Dear Mia')
    expect(() => begin(file)).toThrow(refuses('workspace.folderIsFile'))
  })

  test.each(['kith.db', 'keys.json'])('refuses a folder that holds %s already', (name) => {
    writeFileSync(join(base, name), 'something')
    expect(() => begin(base)).toThrow(refuses('workspace.exists'))
    expect(readdirSync(base)).toEqual([name])
  })

  test('begins again where the making was interrupted', () => {
    const folder = join(base, 'work')
    begin(folder)
    writeFileSync(join(folder, 'kith.db'), 'half')
    writeFileSync(join(folder, 'keys.json'), 'half')
    expect(findWorkspace(folder, thisMachine)).toBeNull()
    begin(folder)
    expect(readFileSync(join(folder, 'kith.db'), 'utf8')).toBe('')
    expect(existsSync(join(folder, 'keys.json'))).toBe(false)
    finishWorkspace(folder)
  })

  test.each(['relative/path', '/', '', '/data/\u0000evil', '/data/line\nbreak', '/data/half \ud83d'])(
    'refuses the path %j',
    (folder) => {
      expect(() => begin(folder)).toThrow(refuses('workspace.folderStrange'))
    },
  )

  test('refuses a path that SQLite cannot hold, counting bytes and not characters', () => {
    expect(() => begin(join(base, ...Array.from({ length: 12 }, () => '客户资料'.repeat(5))))).toThrow(
      refuses('workspace.folderTooLong', { max: 480 }),
    )
    expect(() => begin(join(base, '长'.repeat(90)))).toThrow(refuses('workspace.folderTooLong'))
    expect(readdirSync(base)).toEqual([])
  })
})

describe('a network drive', () => {
  const table =
    'proc /proc proc rw 0 0\n/dev/sda1 / ext4 rw 0 0\nserver:/office /mnt/the\\040office nfs4 rw 0 0\n//nas/crm /mnt/nas cifs rw 0 0\n'

  test.each([
    ['/mnt/the office/crm', 'NFS'],
    ['/mnt/nas', 'SMB'],
  ])('at %s is refused as %s', (folder, kind) => {
    expect(() => begin(folder, linux(table))).toThrow(refuses('workspace.onNetwork', { kind }))
    expect(existsSync(folder)).toBe(false)
  })

  test('is not seen in a local folder that only sounds like it', () => {
    expect(() => findWorkspace('/mnt/nas-of-old/crm', linux(table))).not.toThrow()
  })

  test('covered by a local disk is no network drive any more', () => {
    expect(() => findWorkspace('/mnt/nas/crm', linux(`${table}/dev/sdb1 /mnt/nas ext4 rw 0 0\n`))).not.toThrow()
  })

  test('behind a link is refused too', () => {
    const share = join(base, 'share')
    mkdirSync(share)
    symlinkSync(share, join(base, 'crm'))
    const surroundings = linux(`/dev/sda1 / ext4 rw 0 0\nnas:/x ${share} nfs rw 0 0\n`)
    expect(() => begin(join(base, 'crm', 'new'), surroundings)).toThrow(refuses('workspace.onNetwork', { kind: 'NFS' }))
  })

  test('of Windows is told by its path, of macOS by the mount table', () => {
    const windows: Surroundings = { platform: 'win32', variables: {}, mounts: () => [] }
    expect(() => findWorkspace('//nas/office', { ...windows })).toThrow(refuses('workspace.onNetwork', { kind: 'SMB' }))
    expect(
      parseMacMounts('/dev/disk3s1 on / (apfs, local, journaled)\n//lin@nas/crm on /Volumes/crm (smbfs, nodev, nosuid)\n'),
    ).toEqual([
      { point: '/', type: 'apfs' },
      { point: '/Volumes/crm', type: 'smbfs' },
    ])
  })
})

describe('a synced folder', () => {
  test.each([
    ['OneDrive', 'OneDrive'],
    ['OneDrive - Contoso', 'OneDrive'],
    ['Dropbox (Personal)', 'Dropbox'],
    ['iCloud Drive', 'iCloud'],
    ['com~apple~CloudDocs', 'iCloud'],
    ['Google Drive', 'Google Drive'],
    ['GoogleDrive-lin@example.com', 'Google Drive'],
    ['我的坚果云', '坚果云'],
    ['Nutstore', '坚果云'],
    ['百度网盘同步空间', '百度网盘'],
    ['BaiduSyncdisk', '百度网盘'],
    ['WPS云盘', 'WPS 云盘'],
    ['Nextcloud', 'Nextcloud'],
  ])('called %s is refused as %s', (name, service) => {
    expect(() => begin(join(base, name, 'crm'))).toThrow(refuses('workspace.inCloud', { service }))
    expect(readdirSync(base)).toEqual([])
  })

  test.each(['OneDriver', 'Boxes', 'Kunden Dropboxer', '坚果', 'mega projects'])('is not seen in a folder called %s', (name) => {
    expect(() => begin(join(base, name))).not.toThrow()
  })

  test('under another name is told by what the service leaves in it', () => {
    writeFileSync(join(base, '.dropbox.cache'), '')
    expect(() => begin(join(base, 'a', 'b'))).toThrow(refuses('workspace.inCloud', { service: 'Dropbox' }))
  })

  test('behind a link is refused too', () => {
    mkdirSync(join(base, 'OneDrive'))
    symlinkSync(join(base, 'OneDrive'), join(base, 'documents'))
    expect(() => begin(join(base, 'documents', 'crm'))).toThrow(refuses('workspace.inCloud', { service: 'OneDrive' }))
  })
})

describe('a workspace’s folder', () => {
  test('without keys beside its database is refused, with keys but no database too', () => {
    writeFileSync(join(base, 'kith.db'), 'sealed')
    expect(() => findWorkspace(base, thisMachine)).toThrow(refuses('workspace.keysMissing'))
    expect(readdirSync(base)).toEqual(['kith.db'])
  })

  test('that is not there any more holds nothing', () => {
    expect(findWorkspace(join(base, 'gone'), thisMachine)).toBeNull()
  })

  test('with an unencrypted database of another program is refused, an empty one is called damaged', () => {
    writeFileSync(join(base, 'kith.db'), 'SQLite format 3\0 and so on')
    expect(() => checkBeforeOpening(base)).toThrow(refuses('workspace.notDatabase'))
    writeFileSync(join(base, 'kith.db'), '')
    expect(() => checkBeforeOpening(base)).toThrow(refuses('workspace.damaged'))
  })
})

describe.runIf(canMount)('a disk', () => {
  test('that is full is refused, and the folder is not made', () => {
    const disk = mountDisk('size=1m')
    expect(() => begin(join(disk, 'crm'))).toThrow(refuses('workspace.diskFull'))
    expect(readdirSync(disk)).toEqual([])
  })

  test('that has no room for another workspace opens the one it has', () => {
    const disk = mountDisk('size=1m')
    writeFileSync(join(disk, 'kith.db'), 'sealed, long enough')
    expect(() => checkBeforeOpening(disk)).not.toThrow()
    expect(readdirSync(disk)).toEqual(['kith.db'])
  })

  test('that is read-only is refused', () => {
    const disk = mountDisk('size=64m')
    mkdirSync(join(disk, 'crm'))
    execFileSync('mount', ['-o', 'remount,ro', disk])
    expect(() => begin(join(disk, 'crm'))).toThrow(refuses('workspace.readOnly'))
    expect(() => begin(join(disk, 'new'))).toThrow(refuses('workspace.readOnly'))
    expect(readdirSync(join(disk, 'crm'))).toEqual([])
  })

  test('that became read-only is refused before anything is opened', () => {
    const disk = mountDisk('size=64m')
    writeFileSync(join(disk, 'kith.db'), 'sealed, long enough')
    execFileSync('mount', ['-o', 'remount,ro', disk])
    expect(() => checkBeforeOpening(disk)).toThrow(refuses('workspace.readOnly'))
  })
})
