// What can go wrong with files.
import { catalogue } from '#shared/base/messages.ts'

export const attachmentsErrors = catalogue(
  {
    'attachments.gone': 'This file is no longer there. It may have been removed, or its adding undone.',
    'attachments.archived': 'This file was removed. Put it back first, then change it.',
    'attachments.recordGone': 'The record that the file belongs to is no longer there.',
    'attachments.recordArchived': 'The record is archived. Restore it first, then add files to it.',
    'attachments.activityGone': 'The note or mail that the file belongs to is no longer there.',
    'attachments.missing':
      'The content of this file is not on this computer. If another computer of the office has it, it comes once that one is connected; if the workspace’s folder was copied, copy its “attachments” folder as well.',
    'attachments.damaged':
      'The content of this file is damaged and cannot be shown. Take it from a backup, or add the file once more.',
    'attachments.programs':
      '{count, plural, one {“{names}” is a program} other {“{names}” are programs}}: opened by mistake, it can do harm. Only add it if you trust where it came from.',
    'attachments.programToOpen': '“{name}” is a program. Only open it if you trust where it came from.',
    'attachments.openFailed': 'There is no program on this computer that opens “{name}”. Save a copy, and open that one.',
    'attachments.saveFailed': 'The copy could not be written. Check that the place is still there and not write-protected.',
    'attachments.copyDiskFull': 'The disk is full, so the copy was not written. Choose another place.',
    'attachments.file.gone': '“{name}” is no longer where it was.',
    'attachments.file.unreadable': '“{name}” cannot be read. Another program may have it open, or you may not be allowed to.',
    'attachments.file.folder': '“{name}” is a folder. Add the files in it, or a ZIP of it.',
    'attachments.file.too_big':
      '“{name}” has {megabytes, number} MB; at most {limit, number} MB are taken. The limit is in the settings.',
  },
  {
    'attachments.gone': '此文件已不存在，可能已被移除，或其添加操作已撤销。',
    'attachments.archived': '此文件已移除，请先放回再修改。',
    'attachments.recordGone': '该文件所属的记录已不存在。',
    'attachments.recordArchived': '该记录已归档，请先恢复再添加文件。',
    'attachments.activityGone': '该文件所属的跟进或邮件已不存在。',
    'attachments.missing':
      '本机没有此文件的内容。如果办公室的其他电脑上有，该电脑连接后会自动获取；如果复制过工作区，请把其中的“attachments”文件夹一并复制。',
    'attachments.damaged': '此文件的内容已损坏，无法显示。请从备份中找回，或重新添加该文件。',
    'attachments.programs': '“{names}”是可执行程序，误打开可能造成损害。请确认来源可信后再添加。',
    'attachments.programToOpen': '“{name}”是可执行程序，请确认来源可信后再打开。',
    'attachments.openFailed': '这台电脑上没有可以打开“{name}”的程序。请另存一份后再打开。',
    'attachments.saveFailed': '未能写入副本。请确认该位置仍然存在且没有写保护。',
    'attachments.copyDiskFull': '磁盘已满，未能写入副本。请换一个位置。',
    'attachments.file.gone': '“{name}”已不在原来的位置。',
    'attachments.file.unreadable': '无法读取“{name}”，可能正被其他程序占用，或没有访问权限。',
    'attachments.file.folder': '“{name}”是文件夹。请添加其中的文件，或先压缩成 ZIP。',
    'attachments.file.too_big': '“{name}”有 {megabytes, number} MB，最多可添加 {limit, number} MB。可在设置中修改上限。',
  },
)
