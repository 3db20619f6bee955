/*
 * Preloaded into rel: writes down every change that it makes below one folder, with its bytes, in the order in
 * which it makes them.
 *   RECORD_ROOT     the folder, its real path
 *   RECORD_LOG      takes the events; without it they are only counted
 *   RECORD_NO_SYNC  fsync and fdatasync do nothing and say that they did, like a disk that lies
 *   RECORD_KILL_AT  the process kills itself just before its change of that number (from 1)
 *   RECORD_FAIL_AT  the change of that number is not made, and fails
 *   RECORD_FAIL_ON  so does every later one
 *   RECORD_FAILS    with this number of an error; EIO where it is left out
 * One event: kind (1 byte), file number, offset (8 bytes each), length (4 bytes), so many bytes of data or names.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long changes = 0;

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (found == NULL) abort();
  return found;
}

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value != NULL && value[0] != '\0' ? value : NULL;
}

static int below_root(const char *path) {
  const char *root = setting("RECORD_ROOT");
  if (root == NULL) return 0;
  size_t length = strlen(root);
  return strncmp(path, root, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* The real path of what a call names, whose last part may not exist. */
static int whole_path(int folder, const char *given, char *path) {
  char copy[PATH_MAX], base[PATH_MAX];
  if (given == NULL || given[0] == '\0') return 0;
  if (given[0] != '/' && folder != AT_FDCWD) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return 0;
    base[length] = '\0';
    if (snprintf(copy, sizeof copy, "%s/%s", base, given) >= (int)sizeof copy) return 0;
  } else if (snprintf(copy, sizeof copy, "%s", given) >= (int)sizeof copy) {
    return 0;
  }
  char *slash = strrchr(copy, '/');
  const char *name = slash == NULL ? copy : slash + 1;
  char parent[PATH_MAX];
  if (slash == NULL) {
    if (realpath(".", parent) == NULL) return 0;
  } else {
    *slash = '\0';
    if (realpath(slash == copy ? "/" : copy, parent) == NULL) return 0;
  }
  return snprintf(path, PATH_MAX, "%s/%s", parent, name) < PATH_MAX && below_root(path);
}

static int path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  return below_root(path);
}

static int tracked(int file, struct stat *found) {
  char path[PATH_MAX];
  return fstat(file, found) == 0 && S_ISREG(found->st_mode) && path_of(file, path);
}

static void record(char kind, uint64_t number, uint64_t at, const void *bytes, size_t length) {
  const char *name = setting("RECORD_LOG");
  if (name == NULL) return;
  int saved = errno;
  int log = REAL(open)(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (log < 0) abort();
  uint32_t size = (uint32_t)length;
  char head[21];
  memcpy(head, &kind, 1);
  memcpy(head + 1, &number, 8);
  memcpy(head + 9, &at, 8);
  memcpy(head + 17, &size, 4);
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
  if (REAL(writev)(log, parts, 2) != (ssize_t)(sizeof head + length)) abort();
  REAL(close)(log);
  errno = saved;
}

static void record_names(char kind, uint64_t number, const char *one, const char *other) {
  char names[2 * PATH_MAX];
  int length = snprintf(names, sizeof names, "%s%c%s", one, '\0', other == NULL ? "" : other);
  record(kind, number, 0, names, (size_t)length);
}

/* Before each change: this may be the last one, or fail. */
static int fails_to_change(void) {
  const char *at = setting("RECORD_KILL_AT"), *fail = setting("RECORD_FAIL_AT"), *with = setting("RECORD_FAILS");
  pthread_mutex_lock(&lock);
  changes += 1;
  if (at != NULL && atol(at) == changes) kill(getpid(), SIGKILL);
  int fails = fail != NULL && (atol(fail) == changes || (setting("RECORD_FAIL_ON") != NULL && atol(fail) < changes));
  pthread_mutex_unlock(&lock);
  if (fails) errno = with == NULL ? EIO : atoi(with);
  return fails;
}

static int opened(int folder, const char *given, int flags, mode_t mode) {
  char path[PATH_MAX];
  struct stat before, after;
  int ours = (flags & (O_CREAT | O_TRUNC)) != 0 && whole_path(folder, given, path);
  int existed = ours && lstat(path, &before) == 0;
  if (ours && fails_to_change()) return -1;
  int file = REAL(openat)(folder, given, flags, mode);
  if (file < 0 || !ours || fstat(file, &after) != 0) return file;
  if (!existed) record_names('C', after.st_ino, path, NULL);
  else if ((flags & O_TRUNC) != 0 && S_ISREG(after.st_mode)) record('T', after.st_ino, 0, "", 0);
  return file;
}

#define MODE(flags, last)                                  \
  mode_t mode = 0;                                         \
  if (((flags) & (O_CREAT | O_TMPFILE)) != 0) {            \
    va_list more;                                          \
    va_start(more, last);                                  \
    mode = va_arg(more, mode_t);                           \
    va_end(more);                                          \
  }

int open(const char *path, int flags, ...) { MODE(flags, flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags, flags) return opened(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags, flags) return opened(folder, path, flags, mode); }

static ssize_t written(const struct stat *found, off_t at, const void *bytes, ssize_t done) {
  if (done > 0) record('W', found->st_ino, (uint64_t)at, bytes, (size_t)done);
  return done;
}

ssize_t write(int file, const void *bytes, size_t length) {
  struct stat found;
  if (!tracked(file, &found)) {
    if (file == STDOUT_FILENO && setting("RECORD_ROOT") != NULL) record('O', 0, 0, bytes, length);
    return REAL(write)(file, bytes, length);
  }
  off_t at = (fcntl(file, F_GETFL) & O_APPEND) != 0 ? found.st_size : lseek(file, 0, SEEK_CUR);
  if (fails_to_change()) return -1;
  return written(&found, at, bytes, REAL(write)(file, bytes, length));
}

static ssize_t write_at(int file, const void *bytes, size_t length, off_t at) {
  struct stat found;
  int ours = tracked(file, &found);
  if (ours && fails_to_change()) return -1;
  ssize_t done = REAL(pwrite)(file, bytes, length, at);
  return ours ? written(&found, at, bytes, done) : done;
}
ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) { return write_at(file, bytes, length, at); }
ssize_t pwrite64(int file, const void *bytes, size_t length, off_t at) { return write_at(file, bytes, length, at); }

/* Below the folder several pieces are written one by one. */
ssize_t writev(int file, const struct iovec *parts, int count) {
  struct stat found;
  if (!tracked(file, &found)) return REAL(writev)(file, parts, count);
  ssize_t sum = 0;
  for (int part = 0; part < count; part += 1) {
    ssize_t done = write(file, parts[part].iov_base, parts[part].iov_len);
    if (done < 0) return sum > 0 ? sum : done;
    sum += done;
    if ((size_t)done < parts[part].iov_len) break;
  }
  return sum;
}

static ssize_t write_parts_at(int file, const struct iovec *parts, int count, off_t at) {
  ssize_t sum = 0;
  for (int part = 0; part < count; part += 1) {
    ssize_t done = write_at(file, parts[part].iov_base, parts[part].iov_len, at + sum);
    if (done < 0) return sum > 0 ? sum : done;
    sum += done;
    if ((size_t)done < parts[part].iov_len) break;
  }
  return sum;
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) { return write_parts_at(file, parts, count, at); }
ssize_t pwritev64(int file, const struct iovec *parts, int count, off_t at) { return write_parts_at(file, parts, count, at); }

static int cut(int file, off_t length) {
  struct stat found;
  int ours = tracked(file, &found);
  if (ours && fails_to_change()) return -1;
  int done = REAL(ftruncate)(file, length);
  if (done == 0 && ours) record('T', found.st_ino, (uint64_t)length, "", 0);
  return done;
}
int ftruncate(int file, off_t length) { return cut(file, length); }
int ftruncate64(int file, off_t length) { return cut(file, length); }

static int synced(int file, int (*sync)(int)) {
  struct stat found;
  char path[PATH_MAX];
  if (fstat(file, &found) != 0 || !path_of(file, path)) return sync(file);
  if (fails_to_change()) return -1;
  if (setting("RECORD_NO_SYNC") != NULL) return 0;
  int done = sync(file);
  if (done != 0) return done;
  if (S_ISDIR(found.st_mode)) record_names('F', found.st_ino, path, NULL);
  else record('S', found.st_ino, 0, "", 0);
  return done;
}
int fsync(int file) { return synced(file, REAL(fsync)); }
int fdatasync(int file) { return synced(file, REAL(fdatasync)); }

static int named(char kind, const char *one, const char *other, int (*change)(const char *, const char *)) {
  char first[PATH_MAX], second[PATH_MAX];
  int from = whole_path(AT_FDCWD, one, first), to = whole_path(AT_FDCWD, other, second);
  if ((from || to) && fails_to_change()) return -1;
  int done = change(one, other);
  /* Moved in or out of the folder: the record would be wrong. */
  if (done == 0 && from != to) abort();
  if (done == 0 && to) record_names(kind, 0, first, second);
  return done;
}
int link(const char *one, const char *other) { return named('L', one, other, REAL(link)); }
int rename(const char *one, const char *other) { return named('R', one, other, REAL(rename)); }

static int removed(char kind, const char *given, int (*change)(const char *)) {
  char path[PATH_MAX];
  int ours = whole_path(AT_FDCWD, given, path);
  if (ours && fails_to_change()) return -1;
  int done = change(given);
  if (done == 0 && ours) record_names(kind, 0, path, NULL);
  return done;
}
int unlink(const char *path) { return removed('U', path, REAL(unlink)); }
int rmdir(const char *path) { return removed('U', path, REAL(rmdir)); }

int mkdir(const char *given, mode_t mode) {
  char path[PATH_MAX];
  int ours = whole_path(AT_FDCWD, given, path);
  if (ours && fails_to_change()) return -1;
  int done = REAL(mkdir)(given, mode);
  if (done == 0 && ours) record_names('D', 0, path, NULL);
  return done;
}
