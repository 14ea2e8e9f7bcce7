// Reloads the page when the server's counter changes: after a build, or after the server was started again.
(function () {
  "use strict";
  var seen = null;
  new EventSource("/-/diglot/events").onmessage = function (event) {
    if (seen !== null && event.data !== seen) {
      location.reload();
    }
    seen = event.data;
  };
})();
