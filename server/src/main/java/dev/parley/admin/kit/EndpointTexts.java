package dev.parley.admin.kit;

/// The texts about a channel's endpoints on a workstream's screen.
///
/// @param name what one endpoint is called
/// @param search the label of the search
/// @param none shown if none is set up in the workstream
/// @param next what to do then
/// @param nextInDefault what to know then in the default workstream
public record EndpointTexts(
        String name, String search, String none, String next, String nextInDefault) {}
