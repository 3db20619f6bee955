/** Who copies a folder to other computers, or keeps its past. */
export interface MirrorKind {
  readonly by: string;
  readonly is: 'sync' | 'versions';
  /** What its folders are called. */
  readonly folders: RegExp;
  /** What it leaves in them, in any case. */
  readonly markers: readonly string[];
}

export interface Mirror extends MirrorKind {
  /** The folder that told. */
  readonly at: string;
}

const NEVER = /(?!)/;

export const MIRRORED_BY: readonly MirrorKind[] = [
  {
    by: 'Dropbox',
    is: 'sync',
    folders: /^dropbox( \(.+\)|-.+)?$/i,
    markers: ['.dropbox', '.dropbox.cache'],
  },
  {
    by: 'OneDrive',
    is: 'sync',
    folders: /^onedrive( ?- ?.+)?$/i,
    markers: ['.849C9593-D756-4E56-8D6E-42412F2A707B'],
  },
  {
    by: 'iCloud Drive',
    is: 'sync',
    folders: /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i,
    markers: [],
  },
  {
    by: 'Google Drive',
    is: 'sync',
    folders: /^(google ?drive( .+|-.+)?|my drive|drivefs)$/i,
    markers: ['.tmp.drivedownload', '.tmp.driveupload'],
  },
  {
    by: 'Syncthing',
    is: 'sync',
    folders: /^syncthing$/i,
    markers: ['.stfolder', '.stignore', '.stversions'],
  },
  {
    by: 'Nextcloud',
    is: 'sync',
    folders: /^(nextcloud|owncloud)\d*$/i,
    markers: ['.nextcloudsync.log', '.owncloudsync.log', '.sync-exclude.lst'],
  },
  {
    by: 'a sync client',
    is: 'sync',
    folders: /^(cloudstorage|pcloud ?drive|megasync|box sync|seafile)$/i,
    markers: [],
  },
  { by: 'git', is: 'versions', folders: NEVER, markers: ['.git'] },
  { by: 'Mercurial', is: 'versions', folders: NEVER, markers: ['.hg'] },
  { by: 'Subversion', is: 'versions', folders: NEVER, markers: ['.svn'] },
];
