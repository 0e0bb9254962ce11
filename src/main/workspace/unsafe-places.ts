// The places where an open database comes to harm: drives of other machines, and folders that a cloud service syncs. The one list of them.

/** File systems of other machines, as /proc/mounts and macOS' mount name them, and how people call them. */
export const networkFileSystems: Readonly<Record<string, string>> = {
  nfs: 'NFS',
  nfs4: 'NFS',
  cifs: 'SMB',
  smb3: 'SMB',
  smbfs: 'SMB',
  afpfs: 'AFP',
  afs: 'AFS',
  ceph: 'Ceph',
  'fuse.ceph': 'Ceph',
  'fuse.glusterfs': 'GlusterFS',
  lustre: 'Lustre',
  ncpfs: 'NetWare',
  davfs: 'WebDAV',
  webdav: 'WebDAV',
  'fuse.davfs2': 'WebDAV',
  'fuse.sshfs': 'SSHFS',
  macfuse_sshfs: 'SSHFS',
  'fuse.rclone': 'rclone',
  'fuse.s3fs': 'S3',
  'fuse.gvfsd-fuse': 'GVfs',
  'fuse.kio-fuse': 'KIO',
  '9p': '9P',
  vboxsf: 'VirtualBox',
  'fuse.vmhgfs-fuse': 'VMware',
  prl_fs: 'Parallels',
}

interface CloudService {
  readonly service: string
  /** A folder of this name is theirs, wherever it lies. */
  readonly folder: RegExp
  /** Files and folders that they leave at the root of what they sync, and nowhere else. */
  readonly markers: readonly string[]
}

export const cloudServices: readonly CloudService[] = [
  { service: 'OneDrive', folder: /^(?:OneDrive|SkyDrive)(?:$|[ -])/iu, markers: ['.849C9593-D756-4E56-8D6E-42412F2A707B'] },
  { service: 'Dropbox', folder: /^Dropbox(?:$| \()/iu, markers: ['.dropbox.cache'] },
  { service: 'iCloud', folder: /^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/iu, markers: [] },
  {
    service: 'Google Drive',
    folder: /^(?:Google ?Drive(?:$|[ -])|DriveFS$)/iu,
    markers: ['.tmp.drivedownload', '.tmp.driveupload', '.shortcut-targets-by-id'],
  },
  { service: '坚果云', folder: /^(?:(?:我的)?坚果云|Nutstore(?: Files)?)$/iu, markers: [] },
  {
    service: '百度网盘',
    folder: /^(?:百度(?:网盘|云).*|Baidu(?:Netdisk|YunGuanjia|Syncdisk).*)$/iu,
    markers: [],
  },
  { service: '阿里云盘', folder: /^(?:阿里云盘|aDrive)$/iu, markers: [] },
  { service: '微云', folder: /^(?:(?:腾讯)?微云(?:同步助手)?|Weiyun)$/iu, markers: [] },
  { service: 'WPS 云盘', folder: /^(?:WPS ?(?:云盘|云文档|Cloud ?Files|Drive))$/iu, markers: [] },
  { service: 'Nextcloud', folder: /^Nextcloud$/iu, markers: ['.nextcloudsync.log'] },
  { service: 'ownCloud', folder: /^ownCloud$/iu, markers: ['.owncloudsync.log'] },
  { service: 'Seafile', folder: /^Seafile$/iu, markers: [] },
  { service: 'Synology Drive', folder: /^SynologyDrive$/iu, markers: ['.SynologyWorkingDirectory'] },
  { service: 'Syncthing', folder: /^Syncthing$/iu, markers: ['.stfolder'] },
  { service: 'Box', folder: /^Box(?: Sync)?$/u, markers: ['.Box Sync'] },
  { service: 'MEGA', folder: /^MEGA(?:sync)?$/u, markers: ['.megaignore'] },
  { service: 'pCloud', folder: /^pCloud ?(?:Drive|Sync)?$/iu, markers: [] },
  { service: 'Yandex.Disk', folder: /^Yandex\.Disk$/iu, markers: [] },
  // The folder under which macOS keeps what such programs sync.
  { service: 'CloudStorage', folder: /^CloudStorage$/u, markers: [] },
]

/** Variables in which the services of Windows tell where they sync. */
export const cloudVariables: Readonly<Record<string, string>> = {
  OneDrive: 'OneDrive',
  OneDriveConsumer: 'OneDrive',
  OneDriveCommercial: 'OneDrive',
}
