package dev.parley.contact;

/// Of what there can only be one in a merge: whether the value of the contact that is merged wins.
public record MergeChoices(boolean otherName, boolean otherCompany) {}
