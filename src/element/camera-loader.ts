import { DetailFiles, type DetailReaders } from '../camera/detail-files.ts';
import type * as camera from '../camera/interactive-camera.ts';
import type { InteractiveCamera } from '../camera/interactive-camera.ts';
import { Lazy } from '../controllers/lazy.ts';

type CameraModule = typeof camera;

/** Most maps show the whole world and are not moved: they do without it. */
const cameraFile = new Lazy<CameraModule>('zoom and other views', () => import('../camera/interactive-camera.ts'));

type CameraAccess = (camera: InteractiveCamera) => void;

/** The camera of a map, once it is needed. */
export class CameraLoader {
  camera: InteractiveCamera | null = null;
  readonly detail: DetailFiles;
  readonly #create: (module: CameraModule) => InteractiveCamera;
  readonly #onArrival: () => void;
  #isWanted = false;
  #queue: CameraAccess[] = [];

  /** @param onArrival A file has arrived, or has failed to. */
  constructor(create: (module: CameraModule) => InteractiveCamera, onArrival: () => void) {
    this.#create = create;
    this.#onArrival = onArrival;
    this.detail = new DetailFiles(onArrival);
  }

  get readers(): DetailReaders | null {
    return cameraFile.value?.DETAIL_READERS ?? null;
  }

  /** It could not be loaded. */
  get isMissing(): boolean {
    return cameraFile.isMissing && !cameraFile.value;
  }

  request(): void {
    this.#isWanted = true;
    cameraFile.request(this.#arrived);
    this.#createWanted();
  }

  /** Uses the camera now, or after the next rendering with one. */
  use(access: CameraAccess): void {
    if (this.camera) {
      access(this.camera);
      return;
    }
    this.#queue.push(access);
    this.request();
    this.#onArrival();
  }

  /** After a rendering. What has waited for a missing file is dropped: a late zoom would be surprising. */
  runQueued(): void {
    const { camera } = this;
    if (!camera && !this.isMissing) return;
    const queue = this.#queue.splice(0);
    if (camera) for (const access of queue) access(camera);
  }

  #createWanted(): void {
    if (this.#isWanted && cameraFile.value) this.camera ??= this.#create(cameraFile.value);
  }

  readonly #arrived = (): void => {
    this.#createWanted();
    this.#onArrival();
  };
}
