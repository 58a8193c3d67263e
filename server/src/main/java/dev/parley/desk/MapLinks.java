package dev.parley.desk;

import java.util.Locale;

/// Links to places on OpenStreetMap. Nothing is requested from there until the link is followed.
final class MapLinks {
    private MapLinks() {}

    static String address(double latitude, double longitude) {
        return String.format(
                Locale.ROOT,
                "https://www.openstreetmap.org/?mlat=%1$.6f&mlon=%2$.6f#map=16/%1$.6f/%2$.6f",
                latitude,
                longitude);
    }

    /// @param geo such as `geo:52.376553,9.738912` (RFC 5870)
    static String address(String geo) {
        var comma = geo.indexOf(',');
        return address(
                Double.parseDouble(geo.substring("geo:".length(), comma)),
                Double.parseDouble(geo.substring(comma + 1)));
    }
}
