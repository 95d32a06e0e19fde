//! Files from outside: read only what is a file, only up to a size, and in words why not.

use std::fs::{self, File, FileType, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::words::{say, tr};

/// What may be read, or written to, under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accept {
    /// Files only.
    Files,
    /// Files, and a pipe that a shell has opened for the program (`<(…)`, `/dev/stdin`, `/dev/stdout`). A pipe by any other
    /// name may have nobody at its other end, and would be waited for without end.
    FilesAndPipes,
}

/// The bytes of a file of at most `most` bytes.
pub fn read(path: &Path, most: usize, accept: Accept) -> io::Result<Vec<u8>> {
    let kind = fs::metadata(path)?;
    refuse_others(path, kind.file_type(), accept)?;
    // What is plainly too large is not read to its limit first.
    if kind.is_file() && kind.len() > most as u64 {
        return Err(too_large(most));
    }
    read_from(File::open(path)?, most)
}

/// The first bytes of a file, at most `most`.
pub fn read_start(path: &Path, most: usize, accept: Accept) -> io::Result<Vec<u8>> {
    refuse_others(path, fs::metadata(path)?.file_type(), accept)?;
    let mut bytes = Vec::new();
    File::open(path)?
        .take(most as u64)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// All bytes that a source has, at most `most`.
pub fn read_from(source: impl io::Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(most as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > most {
        return Err(too_large(most));
    }
    Ok(bytes)
}

fn too_large(most: usize) -> io::Error {
    let what = say!("文件过大，最多 {max} 字节", max = most);
    io::Error::new(io::ErrorKind::FileTooLarge, what)
}

/// Whether a file was not read because it is larger than it may be.
pub fn is_too_large(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::FileTooLarge && system_code(error).is_none()
}

/// Refuses folders, pipes that nobody has opened, and disks.
pub fn refuse_others(path: &Path, kind: FileType, accept: Accept) -> io::Result<()> {
    let what = match other(kind) {
        None => return Ok(()),
        Some(Other::Folder) => return Err(io::ErrorKind::IsADirectory.into()),
        Some(Other::Pipe) if accept == Accept::FilesAndPipes && is_opened(path) => return Ok(()),
        Some(Other::Pipe) => tr("这是一个管道，不是文件"),
        Some(Other::Device) => tr("这是一个设备，不是文件"),
    };
    Err(io::Error::new(io::ErrorKind::InvalidInput, what))
}

/// What is no file.
#[cfg_attr(
    not(unix),
    expect(dead_code, reason = "Windows names pipes and devices otherwise")
)]
enum Other {
    Folder,
    Pipe,
    Device,
}

#[cfg(unix)]
fn other(kind: FileType) -> Option<Other> {
    use std::os::unix::fs::FileTypeExt as _;
    if kind.is_dir() {
        Some(Other::Folder)
    } else if kind.is_fifo() || kind.is_socket() {
        Some(Other::Pipe)
    } else if kind.is_block_device() {
        Some(Other::Device)
    } else {
        // Devices by character (`/dev/null`, a terminal) are read up to the limit.
        None
    }
}

#[cfg(not(unix))]
fn other(kind: FileType) -> Option<Other> {
    kind.is_dir().then_some(Other::Folder)
}

/// Whether a path names what the program has open already.
fn is_opened(path: &Path) -> bool {
    [
        "/dev/fd",
        "/dev/stdin",
        "/dev/stdout",
        "/dev/stderr",
        "/proc/self/fd",
    ]
    .iter()
    .any(|folder| path.starts_with(folder))
}

/// The limit of symbolic links followed to a file.
const MOST_LINKS: usize = 40;

/// A path with symbolic links followed, so that the links stay when the file is replaced. It need not exist.
pub fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = path.parent().unwrap_or(Path::new("")).join(target),
            Err(_) => return Ok(path),
        }
    }
    let what = tr("符号链接太多，或互相指向");
    Err(io::Error::new(io::ErrorKind::InvalidInput, what))
}

/// The number of hard links of a file: a new file in its place would leave the others with the old content.
#[cfg(unix)]
pub fn names(file: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    file.nlink()
}

/// The number of hard links of a file, which is not asked of this system.
#[cfg(not(unix))]
pub fn names(_: &Metadata) -> u64 {
    1
}

/// Why a file could not be read or written, in words.
pub fn reason(error: &io::Error) -> String {
    let known = match error.kind() {
        io::ErrorKind::NotFound => tr("没有这个文件"),
        io::ErrorKind::PermissionDenied => tr("没有权限"),
        io::ErrorKind::IsADirectory => tr("这是一个文件夹"),
        io::ErrorKind::NotADirectory => tr("路径当中有一段不是文件夹"),
        io::ErrorKind::AlreadyExists => tr("已有这个名称"),
        io::ErrorKind::StorageFull => tr("磁盘已满"),
        io::ErrorKind::QuotaExceeded => tr("超出磁盘配额"),
        io::ErrorKind::ReadOnlyFilesystem => tr("磁盘是只读的"),
        io::ErrorKind::FileTooLarge if system_code(error).is_some() => tr("超出系统允许的文件大小"),
        io::ErrorKind::InvalidFilename => tr("文件名不合系统的规定"),
        io::ErrorKind::ResourceBusy => tr("文件正被占用"),
        io::ErrorKind::BrokenPipe => tr("管道的另一端已关闭"),
        _ => match system_code(error) {
            Some(LOOP) => tr("符号链接太多，或互相指向"),
            Some(code) => return say!("系统错误 {code}", code),
            None => return error.to_string(),
        },
    };
    known.to_owned()
}

/// Why a file could not be made: what is not there then is the folder for it.
pub fn reason_to_make(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => tr("没有放它的文件夹").to_owned(),
        _ => reason(error),
    }
}

/// The code of too many symbolic links, for which the library has no kind.
const LOOP: i32 = match () {
    () if cfg!(target_os = "linux") => 40,
    () if cfg!(unix) => 62,
    () => 1921,
};

/// The system's code of an error, also of one that a library has put the path around.
fn system_code(error: &io::Error) -> Option<i32> {
    let within = || error.get_ref()?.source()?.downcast_ref::<io::Error>();
    let code = error.raw_os_error();
    code.or_else(|| within()?.raw_os_error())
}
