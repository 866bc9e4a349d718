import { DetailFiles, type DetailReaders } from '../camera/detail-files.ts';
import type * as camera from '../camera/interactive-camera.ts';
import type { InteractiveCamera } from '../camera/interactive-camera.ts';
import { Lazy, LazyInstance } from '../controllers/lazy.ts';

type CameraModule = typeof camera;

/** Most maps show the whole world and are not moved: they do without it. */
const cameraFile = new Lazy<CameraModule>('zoom and other views', () => import('../camera/interactive-camera.ts'));

type CameraAccess = (camera: InteractiveCamera) => void;

/** The camera of a map, once it is needed. */
export class CameraLoader {
  readonly detail: DetailFiles;
  readonly #camera: LazyInstance<CameraModule, InteractiveCamera>;
  readonly #onArrival: () => void;
  #queue: CameraAccess[] = [];

  /** @param onArrival A file has arrived, or has failed to. */
  constructor(create: (module: CameraModule) => InteractiveCamera, onArrival: () => void) {
    this.#onArrival = onArrival;
    this.detail = new DetailFiles(onArrival);
    this.#camera = new LazyInstance(cameraFile, create, () => {
      // What has waited for a missing file is dropped: a late zoom would be surprising.
      const queue = this.#queue.splice(0);
      if (this.camera) for (const access of queue) access(this.camera);
      onArrival();
    });
  }

  get camera(): InteractiveCamera | null {
    return this.#camera.value;
  }

  get readers(): DetailReaders | null {
    return cameraFile.value?.DETAIL_READERS ?? null;
  }

  /** It could not be loaded. */
  get isMissing(): boolean {
    return cameraFile.isMissing && !cameraFile.value;
  }

  request(): void {
    this.#camera.request();
  }

  /** Uses the camera now, or as soon as it is there. */
  use(access: CameraAccess): void {
    if (this.camera) {
      access(this.camera);
      return;
    }
    if (!this.isMissing) this.#queue.push(access);
    this.request();
    this.#onArrival();
  }
}
