<?xml version="1.0" encoding="UTF-8"?>
<!-- What every Akoma Ntoso document of a draft has: its identification and its text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:d="urn:trygghetsregister:draft:1" exclude-result-prefixes="d">

  <xsl:template name="identification">
    <xsl:param name="work"/>
    <xsl:param name="date"/>
    <xsl:param name="alias"/>
    <identification source="#drafter">
      <FRBRWork>
        <FRBRthis value="{$work}/!main"/>
        <FRBRuri value="{$work}"/>
        <xsl:if test="$alias"><FRBRalias value="{$alias}" name="eli-of-amended-act"/></xsl:if>
        <FRBRdate date="{$date}" name="generation"/>
        <FRBRauthor href="#drafter" as="#author"/>
        <FRBRcountry value="se"/>
        <FRBRauthoritative value="false"/>
      </FRBRWork>
      <FRBRExpression>
        <FRBRthis value="{$work}/swe@{$date}/!main"/>
        <FRBRuri value="{$work}/swe@{$date}"/>
        <FRBRdate date="{$date}" name="generation"/>
        <FRBRauthor href="#drafter" as="#author"/>
        <FRBRlanguage language="swe"/>
      </FRBRExpression>
      <FRBRManifestation>
        <FRBRthis value="{$work}/swe@{$date}/!main.xml"/>
        <FRBRuri value="{$work}/swe@{$date}.xml"/>
        <FRBRdate date="{$date}" name="generation"/>
        <FRBRauthor href="#drafter" as="#author"/>
        <FRBRformat value="application/akn+xml"/>
      </FRBRManifestation>
    </identification>
  </xsl:template>

  <xsl:template name="references">
    <TLCOrganization eId="drafter" href="/akn/ontology/organization/se/trygghetsregistret" showAs="Trygghetsregistret"/>
    <TLCRole eId="author" href="/akn/ontology/role/se/author" showAs="Författare"/>
    <TLCConcept eId="inforce" href="/akn/ontology/concept/inforce" showAs="Ikraftträdande"/>
  </xsl:template>

  <!-- The address of a section in its statute. -->
  <xsl:template name="fragment">
    <xsl:param name="chapter"/>
    <xsl:param name="number"/>
    <xsl:if test="$chapter">chp_<xsl:value-of select="translate($chapter, ' ', '')"/>__</xsl:if>
    <xsl:text>sec_</xsl:text>
    <xsl:value-of select="translate($number, ' ', '')"/>
  </xsl:template>
</xsl:stylesheet>
