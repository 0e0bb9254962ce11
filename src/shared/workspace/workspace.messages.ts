// What a user is told about a workspace: each refusal has its own sentence, saying what happened and what to do.
import { catalogue } from '#shared/base/messages.ts'

export const workspaceMessages = catalogue(
  {
    'workspace.passwordWrong': 'The password is not right. Check Caps Lock and the keyboard’s language, then try again.',
    'workspace.tooManyAttempts':
      'The password was wrong several times. Try again in {seconds, plural, one {# second} other {# seconds}}.',
    'workspace.userNeeded': 'Several people use this workspace. Choose who you are.',
    'workspace.userUnknown': 'Nobody called “{name}” can sign in to this workspace.',
    'workspace.recoveryKeyLength':
      'A recovery key has {expected, number} characters; {found, number} were typed. Compare it with your printed copy.',
    'workspace.recoveryKeyMistyped':
      '{count, plural, one {Group {groups} of the recovery key has} other {Groups {groups} of the recovery key have}} a typing mistake. Compare with your printed copy.',
    'workspace.recoveryKeyWrong':
      'This recovery key is complete, but it does not belong to this workspace, or a newer key has replaced it.',
    'workspace.keysMissing':
      'The folder holds a database, but its key file (keys.json) is missing. Put keys.json back from a backup. Without it the data cannot be opened; nothing was changed.',
    'workspace.keysDamaged':
      'The key file (keys.json) and its copy are both damaged. Put keys.json back from a backup; nothing was changed.',
    'workspace.keysCopyUsed': 'The key file was damaged. Its copy was used, and the key file has been repaired.',
    'workspace.keysNewer':
      'The key file was written by a newer version of Kith. Update Kith on this computer; nothing was changed.',
    'workspace.newerVersion':
      'This workspace was used with a newer version of Kith. Update Kith on this computer; nothing was changed.',
    'workspace.databaseMissing':
      'The folder has a key file but no database (kith.db). Put kith.db back from a backup, or choose another folder.',
    'workspace.notDatabase':
      'The file kith.db in this folder is not the database that these keys belong to, or its beginning is damaged. Put it back from a backup; nothing was changed.',
    'workspace.damaged': 'The database is damaged and was not opened, so that nothing is made worse. Restore it from a backup.',
    'workspace.onNetwork':
      'This folder is on a network drive ({kind}). A database is not safe there: choose a folder on this computer’s own disk. To share the workspace with other computers, make it on this computer and switch on the office network in Settings, “Computers of the office”, or choose “Join the office of a colleague”.',
    'workspace.inCloud':
      'This folder is synced by {service}, which would damage an open database. Choose a folder outside {service}. To share the workspace with other computers, make it on this computer and switch on the office network in Settings, “Computers of the office”, or choose “Join the office of a colleague”.',
    'workspace.readOnly': 'Kith may not write in this folder. Choose another one, or ask for write permission.',
    'workspace.diskFull': 'The disk is full. Free some space and try again; what was saved before is safe.',
    'workspace.diskError': 'The disk reported an error while reading or writing. Check the disk and your backups.',
    'workspace.inUse': 'This workspace is already open in another window or program of this computer. Close it there first.',
    'workspace.folderNeeded': 'Choose a folder for the workspace.',
    'workspace.folderMissing': 'The workspace’s folder is not there any more. Perhaps a disk is not connected, or it was moved.',
    'workspace.folderNotEmpty': 'This folder is not empty. Choose an empty folder, or type a name that does not exist yet.',
    'workspace.folderIsFile': 'This is a file, not a folder. Choose a folder.',
    'workspace.folderTooLong':
      'The folder’s path is too long ({length, number} of at most {max, number} bytes). Choose one nearer to the top.',
    'workspace.folderStrange':
      'This cannot be a workspace folder. Give a full path to a folder of its own, with an ordinary name.',
    'workspace.exists': 'There is a workspace in this folder already. Open it, or choose another folder.',
    'workspace.alreadyOpen': 'The workspace is open already.',
    'workspace.none': 'There is no workspace in this folder yet.',
    'workspace.locked': 'The workspace is locked. Enter your password.',
    'workspace.unconfirmed': 'Type the recovery key back first, so that it is certain you have written it down.',
    'workspace.interrupted': 'The work was interrupted and left nothing behind. Try again.',
    'workspace.notOurEngine': 'The program that holds this workspace could not prove who it is, so nothing was sent to it.',
    'files.unknown': 'This file was not chosen in Kith, or the choice has expired. Choose it again.',
  },
  {
    'workspace.passwordWrong': '密码不正确。请检查大写锁定和输入法后重试。',
    'workspace.tooManyAttempts': '密码已多次输错，请在 {seconds, plural, other {# 秒}}后重试。',
    'workspace.userNeeded': '此工作区有多位用户，请选择您的姓名。',
    'workspace.userUnknown': '此工作区没有名为“{name}”的登录用户。',
    'workspace.recoveryKeyLength': '恢复密钥应有 {expected, number} 个字符，您输入了 {found, number} 个。请对照打印件检查。',
    'workspace.recoveryKeyMistyped': '{count, plural, other {恢复密钥第 {groups} 组输入有误}}，请对照打印件检查。',
    'workspace.recoveryKeyWrong': '恢复密钥完整，但不属于此工作区，或已被新的密钥取代。',
    'workspace.keysMissing':
      '文件夹里有数据库，但缺少密钥文件（keys.json）。请从备份中放回 keys.json，否则无法打开数据。未作任何更改。',
    'workspace.keysDamaged': '密钥文件（keys.json）及其副本均已损坏。请从备份中放回 keys.json。未作任何更改。',
    'workspace.keysCopyUsed': '密钥文件曾损坏，已用副本打开并修复。',
    'workspace.keysNewer': '密钥文件由更新版本的 Kith 写入。请更新本机的 Kith。未作任何更改。',
    'workspace.newerVersion': '此工作区已在更新版本的 Kith 中使用过。请更新本机的 Kith。未作任何更改。',
    'workspace.databaseMissing': '文件夹里有密钥文件，但没有数据库（kith.db）。请从备份中放回 kith.db，或选择其他文件夹。',
    'workspace.notDatabase':
      '此文件夹中的 kith.db 不是这套密钥对应的数据库，或文件开头已损坏。请从备份中放回 kith.db。未作任何更改。',
    'workspace.damaged': '数据库已损坏。为避免情况恶化，没有打开它。请从备份恢复。',
    'workspace.onNetwork':
      '此文件夹位于网络驱动器（{kind}），数据库放在那里不安全。请选择本机磁盘上的文件夹。要与其他电脑共用，请在本机新建工作区，再到“设置”中的“办公室电脑”打开办公室网络；或者选择“加入同事的办公室”。',
    'workspace.inCloud':
      '此文件夹由{service}同步，会损坏打开着的数据库。请选择{service}之外的文件夹。要与其他电脑共用，请在本机新建工作区，再到“设置”中的“办公室电脑”打开办公室网络；或者选择“加入同事的办公室”。',
    'workspace.readOnly': 'Kith 无法写入此文件夹。请选择其他文件夹，或申请写入权限。',
    'workspace.diskFull': '磁盘已满。请腾出空间后重试；之前保存的内容是安全的。',
    'workspace.diskError': '磁盘读写出错。请检查磁盘和备份。',
    'workspace.inUse': '此工作区已在本机的另一个窗口或程序中打开。请先在那里关闭。',
    'workspace.folderNeeded': '请为工作区选择一个文件夹。',
    'workspace.folderMissing': '找不到工作区的文件夹。可能磁盘未连接，或文件夹已被移走。',
    'workspace.folderNotEmpty': '此文件夹不是空的。请选择空文件夹，或输入一个尚不存在的名称。',
    'workspace.folderIsFile': '这是一个文件，不是文件夹。请选择文件夹。',
    'workspace.folderTooLong': '文件夹路径过长（{length, number} 字节，最多 {max, number} 字节）。请选择层级更浅的位置。',
    'workspace.folderStrange': '这里不能作为工作区文件夹。请给出完整路径，使用单独的文件夹和普通的名称。',
    'workspace.exists': '此文件夹里已有工作区。请打开它，或选择其他文件夹。',
    'workspace.alreadyOpen': '工作区已经打开。',
    'workspace.none': '此文件夹里还没有工作区。',
    'workspace.locked': '工作区已锁定，请输入密码。',
    'workspace.unconfirmed': '请先回填恢复密钥，确认您已抄写保存。',
    'workspace.interrupted': '操作被中断，没有留下任何更改。请重试。',
    'workspace.notOurEngine': '占用此工作区的程序无法证明身份，因此没有向它发送任何内容。',
    'files.unknown': '此文件不是在 Kith 中选择的，或选择已失效。请重新选择。',
  },
)

export type WorkspaceMessageKey = keyof (typeof workspaceMessages)['en']
