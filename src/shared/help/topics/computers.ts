// Several computers that share a workspace: adding them, working together and apart, and what to do when they do not find each other.
import { picture, see, steps, text, topic } from '../help-topic.ts'

export const computers = topic(
  'computers',
  ['Several computers', '多台电脑'],
  text(
    'The computers of an office can share a workspace over the local network, without a server and without a cloud. Each keeps everything, encrypted, and works on when the others are switched off. Before you switch it on, nothing listens and nothing is sent.',
    '办公室的多台电脑可以通过局域网共用一个工作区，不需要服务器，也不经过云端。每台电脑都加密保存全部内容，其他电脑关机时照常工作。打开之前，不接受任何连接，也不发送任何内容。',
  ),
  steps(
    [
      'On the computer that has the records, open Settings, “Computers of the office”, give it a name, and switch the office network on. Where the system asks, allow Kith in private networks.',
      '在已有数据的电脑上，打开“设置”中的“办公室电脑”，填写名称，然后打开办公室网络。系统询问时，请允许 Kith 使用专用网络。',
    ],
    [
      'Choose “Show a code”. Its eight digits let one computer in, for ten minutes. After three wrong tries a new code is needed.',
      '点“显示配对码”。八位数字十分钟内有效，只能让一台电脑加入；输错三次需要换一个新的。',
    ],
    [
      'Start Kith on the new computer and choose “Join the office of a colleague”. It finds the office by itself, or you type the address shown under the code. Then type the code. Both computers now show the same four signs; if they differ, remove the new one again.',
      '在新电脑上启动 Kith，选择“加入同事的办公室”。它会自动找到办公室；找不到时，输入配对码下方的地址。然后输入配对码。这时两台电脑会显示同样的四个图案；如果不同，请移除新电脑。',
    ],
    [
      'Say who you are: choose your name, or “Somebody else” if you are new in the office. Then choose a password. It opens Kith on this computer only. The recovery key, too, belongs to this computer alone: print it and keep it.',
      '选择您是谁：选自己的名字；如果刚加入办公室，选“其他人”并填写姓名。然后设置密码。密码只用于在这台电脑上打开 Kith。恢复密钥也只属于这台电脑，请打印并妥善保管。',
    ],
    [
      'You can work at once. A strip above the page counts the changes that still come; the newest arrive last.',
      '马上就可以开始工作。页面上方会显示还有多少改动在传送，最新的最后到达。',
    ],
  ),
  picture('computers', 'The computers of an office, and a code for one more.', '办公室的电脑，以及让一台新电脑加入的配对码。'),
  picture('join', 'Joining on the new computer.', '在新电脑上加入。'),
  text(
    'A computer that cannot see the others, in another building for example, joins with a file: “Save an invitation…” makes it. It counts for seven days and for one computer. Whoever has it can join, so hand it over like a key.',
    '看不到其他电脑的电脑（例如在另一栋楼里），可以用文件加入：点“保存邀请文件…”。文件七天内有效，只能让一台电脑加入。拿到文件的人都能加入，请像钥匙一样交付。',
  ),
  text(
    'Shared is everything in the workspace: records, files, history, own fields and settings. Files up to 25 MB come by themselves after the rest, larger ones when somebody opens their record; a computer can be set to keep all of them. Not shared are passwords, recovery keys, the language and look of the window, what is being typed, and watched folders.',
    '共用的是工作区的全部内容：记录、文件、历史、自定义字段和设置。25 MB 以内的文件最后自动传送，更大的在有人打开其记录时传送；也可以让某台电脑保存全部文件。不共用的是密码、恢复密钥、界面语言和外观、正在输入的文字，以及监视的文件夹。',
  ),
  text(
    'What a colleague saves appears with you within seconds, also in the record that is open; what you are typing stays. The status line says how the network is doing, and leads to the list of computers. New tickets and orders carry the letter of their computer, as in T-B-1001, so that no number is given twice.',
    '同事保存的内容几秒内就会出现在您这里，包括正打开的记录；您正在输入的文字不受影响。状态栏显示网络的情况，点一下可以看到电脑列表。新工单和订单的编号带有所在电脑的字母，例如 T-B-1001，因此不会重号。',
  ),
  text(
    'Out of reach, each computer works on as usual. When they meet again, everything is exchanged by itself. Different fields are put together; where two people changed the same field, both values are kept and one is asked for.',
    '连不上时，每台电脑照常工作；再次连上后自动交换。不同字段的改动会合在一起；两个人改了同一字段时，两个值都会保留，由您选择其一。',
  ),
  text(
    'Where seldom two computers are on at the same time, one that is always on helps: a small box or network storage in the office. It joins like the others and runs Kith without a window, as an office hub. The files of the program tell how to set it up.',
    '如果很少有两台电脑同时开机，可以放一台一直开着的电脑：一台小主机，或办公室的网络存储。它和其他电脑一样加入，以没有窗口的方式运行 Kith，称为办公室中枢。安装方法见程序附带的说明文件。',
  ),
  text(
    'A computer that was sold or lost is removed in the list: its menu, “Remove…”. It is let in nowhere any more and gets nothing new. What it has stays on its disk, encrypted by its password. Below the list stands which computers have heard of the removal: one that was off lets it in until it meets another one that knows. A computer that stopped in the middle of joining stands for another day in the list of the one that let it in, and is removed there in the same way.',
    '卖掉或丢失的电脑，在列表中它的菜单里点“移除…”。之后任何电脑都不再让它连接，它也收不到新内容。它已有的内容仍在它的磁盘上，由它的密码加密。列表下方会显示哪些电脑已经知道这次移除：当时没有开机的电脑，要连上一台已经知道的电脑后才会拒绝它。加入到一半就停下的电脑，会在接受它的那台电脑的列表里再保留一天，同样可以在那里移除。',
  ),
  text(
    'A computer that was removed, or is asked to be added anew, joins again with a new code: “Join the office again…” on the page of the computers, or “Another workspace or office” where Kith asks for the password. Its records are fetched into a new folder. The old one stays as it is and can be opened again; what was done there and never reached the others is only in it.',
    '被移除或需要重新加入的电脑，可以用新的配对码再次加入：在“办公室电脑”页面点“重新加入办公室…”，或在输入密码的页面点“其他工作区或办公室”。数据会保存到新的文件夹，原来的文件夹不变，以后还可以打开；在那里做过、没有传给其他电脑的改动只留在其中。',
  ),
  text(
    'When a computer is restored from a backup, the others bring it everything that is newer; it does not take the office back to the day of the backup. To take something back for everybody, use the history. Never copy the folder of a workspace to a second computer to have it there, too: let that computer join.',
    '某台电脑从备份恢复后，其他电脑会把较新的内容自动传给它；办公室不会因此回到备份那天。要为所有人撤销某些改动，请使用历史。不要把工作区文件夹复制到另一台电脑上使用：请让那台电脑加入。',
  ),
  see('connection', 'conflicts', 'undo'),
)

export const connection = topic(
  'connection',
  ['When computers do not find each other', '电脑之间连不上时'],
  text(
    'Settings, “Computers of the office”, has a connection test. It says in words which ways the network lets through and what is in the way. Whether another computer gets through to this one is known only once it has tried: its own line says so. One open direction between two computers is enough.',
    '“设置”的“办公室电脑”里有连接测试，会用文字说明网络的哪些途径是通的、哪里受阻。另一台电脑能否连到这台电脑，要等它试过才知道，结果写在它的那一行。两台电脑之间只要有一个方向能连通就够了。',
  ),
  steps(
    [
      'Is Kith open and unlocked on the other computer, and the office network switched on there? A locked workspace exchanges nothing.',
      '另一台电脑上的 Kith 是否打开并已解锁，办公室网络是否已打开？锁定的工作区不会交换内容。',
    ],
    [
      'Are both in the same network? Guest Wi-Fi keeps its devices apart, and a VPN often hides the local network: leave both.',
      '两台电脑是否在同一个网络？访客无线网络会把设备隔开，VPN 常常屏蔽局域网：请都不要使用。',
    ],
    [
      'Windows: in Settings, “Network & internet”, the network must be private. In Windows Security, “Firewall & network protection”, “Allow an app through firewall”, tick “Private” for Kith.',
      'Windows：在“设置”的“网络和 Internet”中，网络应为“专用网络”。再打开“Windows 安全中心”的“防火墙和网络保护”，在“允许应用通过防火墙”中为 Kith 勾选“专用”。',
    ],
    [
      'macOS: in System Settings, “Privacy & Security”, “Local Network”, switch Kith on. If the firewall is on under “Network”, allow incoming connections for Kith in its options.',
      'macOS：在“系统设置”的“隐私与安全性”中，打开“本地网络”里的 Kith。如果“网络”中的防火墙已打开，请在它的选项里允许 Kith 接受传入连接。',
    ],
    [
      'Linux, or a firewall of the office: let port 47311 through, TCP and UDP, within the local network. The list of computers shows the port if it is another one.',
      'Linux 或办公室的防火墙：请在局域网内放行端口 47311 的 TCP 和 UDP。如果使用的是别的端口，“办公室电脑”页面会显示。',
    ],
    [
      'In another part of the network nothing is found by itself. In the list, open the menu of the computer, “Another address…”, and type its address; Kith says at once what answers there. Below the list, Kith can search its own part of the network for those that are missing. For a new computer, type the address when joining, search the network there, or use an invitation file.',
      '在另一个网段，电脑不会自动找到。请在列表中打开那台电脑的菜单，点“补充地址…”并输入地址，Kith 会马上说明那里有什么应答。列表下方还可以在本网段搜索未连接的电脑。新电脑可以在加入时输入地址、搜索网络，或使用邀请文件。',
    ],
    [
      'If a computer is said to run another version, bring Kith up to date on both.',
      '如果提示版本不同，请在两台电脑上都更新 Kith。',
    ],
  ),
  text(
    'A clock that is wrong stops nothing, but what is written then carries the wrong time, and of two values the later one shows. So Kith says when the clocks of two computers are far apart.',
    '时钟不准不会妨碍同步，但这时写下的内容会记上错误的时间，而两个值中较晚的会先显示。因此两台电脑的时钟相差较大时，Kith 会提醒。',
  ),
  see('computers'),
)
