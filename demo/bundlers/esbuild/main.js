import 'datafast-live-map';
import 'datafast-live-map/badge';
